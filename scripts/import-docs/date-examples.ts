/** Each token of a date format with a text that it reads; that it does is checked whenever the page is made. */
export const dateExamples = [
  {
    token: '`YYYY` `MM` `DD`',
    meaning: 'year, month and day of full width',
    format: 'YYYY-MM-DD',
    text: '2024-03-07',
    is: '2024-03-07',
  },
  {
    token: '`M` `D`',
    meaning: 'month and day, with or without a zero before',
    format: 'D/M/YYYY',
    text: '7/3/2024',
    is: '2024-03-07',
  },
  {
    token: '`YY`',
    meaning: 'year of two digits: 70 to 99 are of the last century',
    format: 'DD.MM.YY',
    text: '07.03.24',
    is: '2024-03-07',
  },
  {
    token: '`MMM`',
    meaning: 'the name of a month, short or long',
    format: 'D MMM YYYY',
    text: '7 Mar 2024',
    is: '2024-03-07',
  },
  { token: 'no day', meaning: 'the first of the month', format: 'YYYY-MM', text: '2024-03', is: '2024-03-01' },
  {
    token: '`HH` `mm` `ss`',
    meaning: 'hour, minute and second; `H` without a zero before',
    format: 'YYYY-MM-DD HH:mm:ss',
    text: '2024-03-07 06:30:00',
    is: '2024-03-07 06:30:00',
  },
  {
    token: '`h` `A`',
    meaning: 'hour of twelve, and AM or PM',
    format: 'YYYY-MM-DD h:mm A',
    text: '2024-03-07 6:30 PM',
    is: '2024-03-07 18:30:00',
  },
  {
    token: '`Z`',
    meaning: 'distance from UTC',
    format: 'YYYY-MM-DDTHH:mmZ',
    text: '2024-03-07T06:30+09:00',
    is: '2024-03-07 06:30:00, 9 hours east of UTC',
  },
] as const;
