// Chooses the way of each file: small ones go together in a form, a large one goes by itself so that it can be resumed.
import { formSender, type Sender, type SenderWords } from "./sender";
import { tusSender } from "./tus";

// From here on a cut connection would cost more than a request more.
const large = 8 * 2 ** 20;

/** The sender of a form; large files are resumed where the form tells an address for it. */
export function senderOf(form: HTMLFormElement, field: string, words: SenderWords): Sender {
  const together = formSender(form.action, field, words);
  const address = form.dataset["resumable"];
  if (address === undefined) {
    return together;
  }
  const alone = tusSender(address, words);
  return {
    begunIn: (file) => (file.size < large ? null : alone.begunIn(file)),
    async send(batch, files, listener, cancelled) {
      const parts = [files.filter(({ file }) => file.size < large), files.filter(({ file }) => file.size >= large)];
      const bytes = parts.map((part) => part.reduce((sum, { file }) => sum + file.size, 0));
      const all = Math.max(1, (bytes[0] ?? 0) + (bytes[1] ?? 0));
      for (const [index, part] of parts.entries()) {
        if (part.length > 0) {
          const before = index === 0 ? 0 : (bytes[0] ?? 0);
          const progressed = (share: number): void => {
            listener.progressed((before + share * (bytes[index] ?? 0)) / all);
          };
          await (index === 0 ? together : alone).send(batch, part, { ...listener, progressed }, cancelled);
        }
      }
    },
  };
}
