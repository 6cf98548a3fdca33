// What was begun of a large file, so that sending it goes on after a reload. Neither its name nor a byte of it is kept.

/** A file that was begun. */
export interface Begun {
  readonly batch: string;
  /** The sender's mark of it: a creation whose answer was lost is asked for again. */
  readonly key: string;
  /** Where it is; null while the answer to its creation has not come. */
  readonly address: string | null;
  readonly since: number;
}

const prefix = "upload:";
// The server lets go of it then.
const longest = 2 * 24 * 60 * 60 * 1000;

/** What was begun of a file; null for nothing. */
export function begunOf(file: File): Begun | null {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
      if (Date.now() - (JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Begun>).since! > longest) {
        localStorage.removeItem(key);
      }
    }
    const kept = localStorage.getItem(keyOf(file));
    return kept === null ? null : (JSON.parse(kept) as Begun);
  } catch {
    // Without storage a reload begins anew.
    return null;
  }
}

export function remember(file: File, begun: Begun): void {
  try {
    localStorage.setItem(keyOf(file), JSON.stringify(begun));
  } catch {
    // As above.
  }
}

export function forget(file: File): void {
  try {
    localStorage.removeItem(keyOf(file));
  } catch {
    // As above.
  }
}

// FNV-1a over the signs, twice with other beginnings: enough to tell one's files apart, and no way back to a name.
function keyOf(file: File): string {
  const text = `${file.name}\n${file.size}\n${file.lastModified}`;
  const half = (beginning: number): string => {
    let hash = beginning;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return prefix + half(0x811c9dc5) + half(0x1b873593);
}
