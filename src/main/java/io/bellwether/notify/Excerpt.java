package io.bellwether.notify;

import io.bellwether.core.language.PlainText;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The begin of a text from outside on one line, without the parts of a URL that are secret: a provider may echo them. */
public final class Excerpt {

    private static final int LONGEST = 200;
    private static final int SHORTEST_SECRET = 6;
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_-]{1,12}");

    private final List<String> secrets;

    /**
     * @param url whose path and query are secret
     * @param credentials what was sent along to sign in, for example {@code Bearer …}
     */
    public Excerpt(URI url, Collection<String> credentials) {
        this.secrets = Stream.concat(
                        Stream.of(url.getRawPath(), url.getPath(), url.getRawQuery(), url.getQuery())
                                .flatMap(Excerpt::wholeAndParts),
                        credentials.stream().flatMap(text -> Arrays.stream(text.split(" ", -1))))
                .filter(part ->
                        part.length() >= SHORTEST_SECRET && !WORD.matcher(part).matches())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    public String of(String text) {
        String line = text;
        for (String secret : secrets) {
            line = line.replace(secret, "…");
        }
        return PlainText.line(line, LONGEST);
    }

    private static Stream<String> wholeAndParts(@Nullable String text) {
        return text == null ? Stream.empty() : Stream.concat(Stream.of(text), Arrays.stream(text.split("[/&=]", -1)));
    }
}
