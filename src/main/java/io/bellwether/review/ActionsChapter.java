package io.bellwether.review;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left to do: what was agreed last time, and what is still wrong at the end. People add their own as a comment. */
final class ActionsChapter implements Chapter {

    private static final String KEY = "actions";

    private record Data(
            @Nullable Agreed carriedForward, List<OpenAlert> openAlerts, List<FailingCheck> failingChecks) {}

    private record Agreed(
            String period, String comment, @Nullable String commentedBy, String source) {}

    private record OpenAlert(String rule, Severity severity, Instant since, Voices text, String source) {}

    private record FailingCheck(String check, String meaning, Instant since, String source) {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Actions";
    }

    @Override
    public Object data(Material material) {
        return new Data(
                agreed(material.previous()),
                Firings.of(material).openAtEnd().stream()
                        .map(ActionsChapter::openAlert)
                        .toList(),
                CheckStates.of(material).failing().stream()
                        .map(ActionsChapter::failingCheck)
                        .toList());
    }

    private static @Nullable Agreed agreed(@Nullable Review previous) {
        if (previous == null) {
            return null;
        }
        for (Review.Section section : previous.sections()) {
            String comment = section.comment();
            if (section.key().equals(KEY) && comment != null) {
                return new Agreed(previous.period(), comment, section.commentedBy(), Links.review(previous.id()));
            }
        }
        return null;
    }

    private static OpenAlert openAlert(Firing firing) {
        return new OpenAlert(
                firing.alert().rule(),
                firing.alert().severity(),
                firing.firedAt(),
                firing.alert().text(),
                Links.alert(firing.alert().id()));
    }

    private static FailingCheck failingCheck(SecurityState state) {
        return new FailingCheck(
                state.fact().signal(),
                state.meaning(),
                state.fact().knownAt(),
                state.fact().source());
    }
}
