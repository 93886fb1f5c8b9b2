package io.bellwether.dashboard;

import io.bellwether.alert.SilencePreview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A silence that is about to be set.
 *
 * @param preview what it would cover now; null before that was asked for, and while something is wrong
 */
public record SilenceView(Filled form, @Nullable SilencePreview preview) {

    public List<Choice> lengths() {
        return Choice.LENGTHS;
    }

    /** Whether times were given, which are folded away else. */
    public boolean timed() {
        return form.text("startsAt") != null || form.text("endsAt") != null;
    }
}
