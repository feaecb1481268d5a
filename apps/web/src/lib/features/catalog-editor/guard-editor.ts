import { beforeNavigate } from '$app/navigation';
import { onMount } from 'svelte';
import type { DraftEditor } from './draft-editor.svelte.ts';

/** While the page stands: nobody leaves it with unsaved words unasked, and whoever has signed in again is saved. */
export function guardEditor(editor: DraftEditor, question: string): void {
  beforeNavigate((navigation) => {
    const isSamePage = navigation.to?.url.pathname === navigation.from?.url.pathname;
    if (isSamePage || !editor.isDirty) return;
    if (navigation.willUnload || !confirm(question)) navigation.cancel();
  });
  onMount(() => {
    const back = (): void => {
      if (editor.state === 'signed-out') void editor.save();
    };
    window.addEventListener('focus', back);
    return () => {
      window.removeEventListener('focus', back);
      editor.stop();
    };
  });
}
