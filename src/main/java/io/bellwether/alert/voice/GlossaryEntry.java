package io.bellwether.alert.voice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a term means.
 *
 * @param also other words for it, or close to it
 * @param meaning in plain words
 */
public record GlossaryEntry(String term, List<String> also, String meaning) {

    /** Whether it goes by this name; case does not matter. */
    boolean named(String name) {
        return names().anyMatch(own -> own.equals(name.toLowerCase(Locale.ROOT)));
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(term), also.stream()).map(name -> name.toLowerCase(Locale.ROOT));
    }
}
