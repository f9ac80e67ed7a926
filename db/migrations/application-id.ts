/** Marks a file as Throughline's, so that another program's database is not taken for one ('THRU'). */
export const APPLICATION_ID = 0x54485255;
