/** Eight operators a crew; three crews a site take turns in the shifts, week by week. */
export const crews: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Northfield: [
    ['A. Brandt', 'C. Okafor', 'D. Novak', 'E. Lindqvist', 'F. Moreau', 'G. Hale', 'H. Yilmaz', 'I. Petrov'],
    ['J. Ferreira', 'K. Walsh', 'L. Haddad', 'M. Kowalski', 'N. Suzuki', 'O. Bergman', 'P. Reyes', 'R. Singh'],
    ['S. Dubois', 'T. Marsh', 'U. Keller', 'V. Costa', 'W. Chen', 'Y. Abebe', 'Z. Horvat', 'B. Nilsen'],
  ],
  Harbour: [
    ['A. Santos', 'B. Fischer', 'C. Murphy', 'D. Popescu', 'E. Tanaka', 'F. Jansen', 'G. Rossi', 'H. Osei'],
    ['I. Larsen', 'J. Whitaker', 'K. Ivanova', 'L. Mendes', 'M. Aydin', 'N. Byrne', 'O. Castillo', 'P. Virtanen'],
    ['R. Gupta', 'S. Baker', 'T. Nowak', 'U. Weiss', 'V. Laurent', 'W. Kim', 'Y. Dahl', 'Z. Farouk'],
  ],
};
