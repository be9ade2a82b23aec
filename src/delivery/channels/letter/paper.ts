/** Points; 72 are an inch. US Letter, folded in three for a #10 envelope with one window. */
export const PAPER = {
  width: 612,
  height: 792,
  margin: 72,
  /** Below the first fold, so that no word of the letter can show in the window. */
  bodyTop: 288,
  bottom: 720,
  /** Where the sheet is folded: the first panel is 3 3/4 inches, so that it has little room to move. */
  folds: [270, 531],
} as const;

/**
 * Where the address stands. A #10 window is 4 1/2 by 1 1/8 inches, 7/8 from the left and 1/2 from the bottom of a 4 1/8
 * inch envelope; the sheet moves by an inch sideways and 3/8 up and down. What stands here is seen wherever the sheet
 * lies, with 1/8 inch of clear space at the sides and 1/25 above and below, as the Postal Service's readers need.
 */
export const ADDRESS_WINDOW = { left: 72, top: 183, width: 234, height: 48 } as const;

/** The sender's own lines, above the window. */
export const RETURN_ADDRESS = { left: 36, top: 36, width: 240 } as const;
