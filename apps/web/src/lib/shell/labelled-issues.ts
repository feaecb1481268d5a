interface Issue {
  readonly field: string;
  readonly message: string;
}

/**
 * The name of its field before each message, so that a summary of several reads by itself; the field shows the same
 * words. What concerns no field of the form is left as it is.
 */
export function labelledIssues(
  issues: readonly Issue[],
  labels: Readonly<Record<string, string | undefined>>,
): readonly Issue[] {
  return issues.map(({ field, message }) => {
    const label = Object.hasOwn(labels, field) ? labels[field] : undefined;
    return { field, message: label === undefined ? message : `${label}：${message}` };
  });
}
