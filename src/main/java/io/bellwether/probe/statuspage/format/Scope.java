package io.bellwether.probe.statuspage.format;

import java.util.List;

/** What an announcement is about; an empty list leaves it open and so may be about any. */
public record Scope(List<Affected> components, List<Affected> regions) {

    public static final Scope ANY = new Scope(List.of(), List.of());

    public static Scope of(List<Affected> components) {
        return new Scope(components, List.of());
    }
}
