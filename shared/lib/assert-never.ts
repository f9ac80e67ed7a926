/** Makes the compiler prove that a switch is complete; throws if a value from outside slips through. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
