import { isBasicGsm7, standIn } from "../../template/index.ts";

/** Letters that are no letter with a mark, and what people write for them where they have no such key. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ł: "l",
    Ł: "L",
    đ: "d",
    Đ: "D",
    ð: "d",
    Ð: "D",
    þ: "th",
    Þ: "Th",
    œ: "oe",
    Œ: "OE",
  }).concat(Object.entries({ ı: "i", ħ: "h", Ħ: "H", ŋ: "ng", Ŋ: "Ng", ß: "ss", ẞ: "SS", ª: "a", º: "o" })),
);

/**
 * A text in the basic table of GSM-7, one septet a character, as the length of a message was proved: á becomes a.
 * Nothing where a letter has no such form; a name in another script is not spelled by us.
 *
 * @example foldToGsm7("José Nuñez") // "José Nuñez": é and ñ are in the table
 * @example foldToGsm7("Ngô Łukasz") // "Ngo Lukasz"
 */
export function foldToGsm7(text: string): string | undefined {
  let folded = "";
  for (const character of text.normalize("NFC")) {
    const written = isBasicGsm7(character) ? character : plain(character);
    if (written === undefined) return undefined;
    folded += written;
  }
  return folded;
}

function plain(character: string): string | undefined {
  const instead = LETTERS.get(character) ?? standIn(character) ?? unmarked(character);
  return isBasicGsm7(instead) ? instead : undefined;
}

/** A letter without its marks: "ộ" is "o". A mark alone, which belongs to the letter before, is left out. */
function unmarked(character: string): string {
  const bare = character.normalize("NFD").replace(/\p{M}/gu, "");
  return LETTERS.get(bare) ?? bare;
}
