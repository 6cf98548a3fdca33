// The files of a drop, also those in dropped folders.

/** Reads what was dropped. It must be asked within the event: afterwards the browser has forgotten. */
export function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  return entries.some((entry) => entry?.isDirectory === true)
    ? Promise.all(entries.map((entry) => (entry === null ? [] : filesIn(entry)))).then((lists) => lists.flat())
    : Promise.resolve(plain);
}

/** The files of a picked folder without those that a system keeps there for itself. */
export function withoutHidden(files: Iterable<File>): File[] {
  return [...files].filter((file) => !file.name.startsWith("."));
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return withoutHidden([file]);
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A reader gives some entries at a time, and none when it is through.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) {
      return files;
    }
    for (const inner of some) {
      files.push(...(await filesIn(inner)));
    }
  }
}
