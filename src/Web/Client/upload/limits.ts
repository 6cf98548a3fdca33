// What can be told of a file before a byte of it is sent. The server looks all the same.

/** The limits as the page tells them. [bytes] */
export interface Limits {
  /** Largest single file. */
  readonly file: number;
  /** Largest archive. */
  readonly archive: number;
  /** Room that the runner has left; null where nothing is counted. */
  readonly room: number | null;
  /** Bytes that stand in the beginning of each file, in their order as text; null where any file may come. */
  readonly mark: string | null;
  /** The end of each file's name, such as .osm.pbf; null where any may come. */
  readonly ending: string | null;
}

/** The words of the refusals. */
export interface LimitWords {
  readonly tooLarge: string;
  readonly archiveTooLarge: string;
  readonly full: string;
  readonly foreign: string;
}

const zip = [0x50, 0x4b];
const gzip = [0x1f, 0x8b];
const tar = { at: 257, magic: "ustar" };
const longestMark = 64;

/** Why a file need not be sent. */
export async function refusalOf(file: File, bytesBefore: number, limits: Limits, words: LimitWords): Promise<string | null> {
  if (!(await isAsMarked(file, limits))) {
    return words.foreign;
  }
  if (file.size > limits.archive) {
    return words.archiveTooLarge;
  }
  if (file.size > limits.file && !(await isArchive(file))) {
    return words.tooLarge;
  }
  return limits.room !== null && bytesBefore + file.size > limits.room ? words.full : null;
}

async function isAsMarked(file: File, limits: Limits): Promise<boolean> {
  const { ending, mark } = limits;
  if (ending !== null && !file.name.toLowerCase().endsWith(ending)) {
    return false;
  }
  return mark === null || (await beginning(file, longestMark)).includes(mark);
}

async function isArchive(file: File): Promise<boolean> {
  const text = await beginning(file, tar.at + tar.magic.length);
  const begins = (magic: number[]): boolean => magic.every((byte, index) => text.charCodeAt(index) === byte);
  return begins(zip) || begins(gzip) || text.startsWith(tar.magic, tar.at);
}

// A byte becomes the sign of its number.
async function beginning(file: File, bytes: number): Promise<string> {
  return String.fromCharCode(...new Uint8Array(await file.slice(0, bytes).arrayBuffer()));
}
