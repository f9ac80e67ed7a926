import { Button } from '@mantine/core';
import css from './form-end.module.css';

interface FormEndProps {
  /** What leaves the form or takes back what it set; absent where there is nothing of the kind. */
  other?: { label: string; run: () => void } | undefined;
  /** What the form does, as a verb. */
  submit: string;
  isIncomplete?: boolean;
  isBusy?: boolean;
  /** Why it was not done the last time. */
  error?: { message: string } | null;
  size?: 'compact-xs' | 'sm';
}

/** The end of a form: why it failed, a way out, and the button that does it. */
export function FormEnd({
  other,
  submit,
  isIncomplete = false,
  isBusy = false,
  error = null,
  size = 'sm',
}: FormEndProps) {
  return (
    <>
      {error && (
        <p role="alert" className={css.failed}>
          {error.message}
        </p>
      )}
      <div className={css.buttons}>
        {other && (
          <Button variant="default" size={size} onClick={other.run}>
            {other.label}
          </Button>
        )}
        <Button type="submit" size={size} disabled={isIncomplete} loading={isBusy}>
          {submit}
        </Button>
      </div>
    </>
  );
}
