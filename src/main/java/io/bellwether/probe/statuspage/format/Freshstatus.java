package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.util.stream.Stream;

/** Freshstatus, {@code /v1/public-components/?account_id=…}: a tree whose leaves have states. */
final class Freshstatus implements JsonDialect {

    private static final int DEEPEST = 8;

    @Override
    public boolean fits(Node root) {
        return root.at("components").isList()
                && !root.at("status").present()
                && leaves(root, "", 0).anyMatch(leaf -> leaf.level() != Level.UNKNOWN);
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        return StatusPage.listing(null, null, leaves(root, "", 0).toList());
    }

    /** The vendor leaves some out of its own sum, such as those of a region it has given up; so do we. */
    private static Stream<Component> leaves(Node node, String group, int depth) {
        String name = node.at("name").text();
        if (node.at("components").isList() && depth < DEEPEST) {
            return node.at("components").items().stream().flatMap(child -> leaves(child, name, depth + 1));
        }
        String word = node.at("status").text();
        boolean counted =
                !node.at("display_options", "ignore_overall_status").text().equals("true");
        return counted
                ? Stream.of(new Component(node.at("id").text(), name, group, "", level(word), word))
                : Stream.empty();
    }

    private static Level level(String word) {
        return switch (word) {
            case "OP" -> Level.OPERATIONAL;
            case "UM" -> Level.MAINTENANCE;
            case "PD" -> Level.DEGRADED;
            case "PO" -> Level.PARTIAL_OUTAGE;
            case "MO" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
