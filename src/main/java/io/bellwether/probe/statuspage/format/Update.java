package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One post about an incident or maintenance.
 *
 * @param at when the vendor says it was posted
 * @param status the vendor's own word, empty without
 */
public record Update(Instant at, String status) {

    private static final int MOST = 50;

    /** Those of the posts whose time can be read, at most 50. */
    static List<Update> of(List<Node> posts, String time, String status) {
        return posts.stream()
                .flatMap(post -> {
                    Instant at = post.at(time).time();
                    return at == null
                            ? Stream.empty()
                            : Stream.of(new Update(at, post.at(status).text()));
                })
                .limit(MOST)
                .toList();
    }
}
