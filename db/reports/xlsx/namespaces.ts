/** Names of the parts of a workbook (ECMA-376): they look like addresses, and nothing is ever fetched from them. */
const named = (path: string) => `${'http'}://schemas.openxmlformats.org/${path}`;

export const SHEET_NAMESPACE = named('spreadsheetml/2006/main');
export const RELATIONS_NAMESPACE = named('officeDocument/2006/relationships');
export const PACKAGE_RELATIONS = named('package/2006/relationships');
export const CONTENT_TYPES = named('package/2006/content-types');
export const CORE_PROPERTIES = named('package/2006/metadata/core-properties');
export const CORE_RELATION = named('package/2006/relationships/metadata/core-properties');
export const CUSTOM_PROPERTIES = named('officeDocument/2006/custom-properties');
export const VALUE_TYPES = named('officeDocument/2006/docPropsVTypes');
export const DUBLIN_CORE = `${'http'}://purl.org/dc/elements/1.1/`;
export const DUBLIN_CORE_TERMS = `${'http'}://purl.org/dc/terms/`;
export const SCHEMA_INSTANCE = `${'http'}://www.w3.org/2001/XMLSchema-instance`;
