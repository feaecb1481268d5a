/** What every question on a form has. The id defaults to the name, so that an error summary can point at it. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly id?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean | undefined;
  /** The label is the page's only question and is set as its heading. */
  readonly isHeading?: boolean | undefined;
  readonly isLabelHidden?: boolean | undefined;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** The ids of the hint and the error that a control is described by; undefined where there is neither. */
export function describedBy(
  id: string,
  parts: { readonly hint?: string | undefined; readonly error?: string | undefined },
): string | undefined {
  const ids = [parts.hint ? `${id}-hint` : '', parts.error ? `${id}-error` : ''].filter((part) => part !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}
