package io.bellwether.dashboard;

import io.bellwether.alert.silence.SetSilence;
import io.bellwether.core.alert.mute.Silence;
import java.util.List;

/** The silences in the order in which they matter. */
public record SilencesView(List<SetSilence> silences) {

    /** Those in one state, with what they are called. */
    public record Group(Silence.State state, String title, List<SetSilence> silences) {}

    public List<Group> groups() {
        return List.of(
                        group(Silence.State.ACTIVE, "Active now"),
                        group(Silence.State.PENDING, "To begin"),
                        group(Silence.State.EXPIRED, "Over in the last five days"))
                .stream()
                .filter(group -> !group.silences().isEmpty())
                .toList();
    }

    /** Where another of the same kind can be set. */
    public String again(SetSilence silence) {
        return SilenceLink.of(silence.matchers(), silence.comment());
    }

    private Group group(Silence.State state, String title) {
        return new Group(
                state,
                title,
                silences.stream().filter(silence -> silence.state() == state).toList());
    }
}
