/** Asks before a form that deletes. Without script the server acts at once, as the button says. */
export function confirmForms(): void {
  document.addEventListener("submit", (event) => {
    const question = (event.target as HTMLFormElement).dataset["confirm"];
    if (question && !window.confirm(question)) {
      event.preventDefault();
    }
  });
}
