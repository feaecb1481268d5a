type Sent = { readonly isSent: true } | { readonly isSent: false; readonly message: string };

/** Sends one file straight to the API: pages of forms are held to a smaller size. */
export async function sendFile(path: string, file: File): Promise<Sent> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const answer = await fetch(path, { method: 'POST', body });
    if (answer.ok) return { isSent: true };
    const problem = (await answer.json()) as { title: string; detail: string };
    return { isSent: false, message: problem.detail || problem.title };
  } catch {
    return { isSent: false, message: '上传没有成功，请检查网络后重试。' };
  }
}
