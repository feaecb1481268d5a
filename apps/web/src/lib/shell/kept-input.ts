type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Remembers what a visitor has typed, chosen and unfolded in a page whose script was still on its way: taking the page
 * over sets it to what the server sent. Answers a function that puts it back and tells whoever listens.
 */
export function keepInput(page: ParentNode): () => void {
  const changed = [...page.querySelectorAll<Control>('input, select, textarea')].filter(isChanged);
  const restores = changed.map((control) => ({ control, restore: restoreOf(control) }));
  const unfolded = [...page.querySelectorAll('details')].filter(({ open }) => open);
  return () => {
    for (const details of unfolded) details.open = true;
    for (const { control, restore } of restores) {
      if (!control.isConnected) continue;
      restore();
      // Of a group of radio buttons only the chosen one has something to say.
      if (control instanceof HTMLInputElement && control.type === 'radio' && !control.checked) continue;
      for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  };
}

const isSwitch = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return control.selectedIndex !== defaultIndex(control);
  if (isSwitch(control)) return control.checked !== control.defaultChecked;
  if (control instanceof HTMLInputElement && control.type === 'file') return control.files?.length !== 0;
  return control.type !== 'hidden' && control.value !== control.defaultValue;
}

/** Without a chosen one a list shows its first. */
function defaultIndex({ options }: HTMLSelectElement): number {
  return Math.max(
    0,
    [...options].findIndex((option) => option.defaultSelected),
  );
}

function restoreOf(control: Control): () => void {
  if (isSwitch(control)) {
    const { checked } = control;
    return () => (control.checked = checked);
  }
  // What files were chosen no page can set; they are still there.
  if (control.type === 'file') return () => undefined;
  const { value } = control;
  return () => (control.value = value);
}
