package io.bellwether.config.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes plain values of a tree of YAML nodes; aliases are expanded and merge keys ({@code <<}) merged. */
final class NodeReader {

    private final Gathering gathering = new Gathering();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private NodeReader() {}

    static Source read(Node root) {
        NodeReader reader = new NodeReader();
        reader.gathering.put("", place(root));
        Object value = reader.value(root, "");
        return reader.gathering.source(value);
    }

    private @Nullable Object value(Node node, String pointer) {
        gathering.countOne();
        if (!opened(node, pointer)) {
            return null;
        }
        try {
            return switch (node) {
                case MappingNode mapping when mapping.getTag().equals(Tag.MAP) -> map(mapping, pointer);
                case SequenceNode sequence when sequence.getTag().equals(Tag.SEQ) -> list(sequence, pointer);
                case ScalarNode scalar -> scalar(scalar, pointer);
                default -> refused(node, pointer);
            };
        } finally {
            open.remove(node);
        }
    }

    /** What was opened has to be closed again. */
    private boolean opened(Node node, String pointer) {
        if (open.size() >= SourceReader.DEEPEST) {
            gathering.fault(pointer, "Is nested more than " + SourceReader.DEEPEST + " levels deep.", place(node));
            return false;
        }
        boolean added = open.add(node);
        if (!added) {
            gathering.fault(pointer, "Refers to something that holds it.", place(node));
        }
        return added;
    }

    private List<@Nullable Object> list(SequenceNode sequence, String pointer) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String below = pointer + "/" + list.size();
            gathering.put(below, place(item));
            list.add(value(item, below));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(MappingNode mapping, String pointer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!isMerge(entry)) {
                put(map, entry, pointer);
            }
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (isMerge(entry)) {
                merge(map, entry.getValueNode(), pointer);
            }
        }
        return map;
    }

    private void put(Map<String, @Nullable Object> map, NodeTuple entry, String pointer) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            gathering.fault(pointer, "A field's name must be text.", place(entry.getKeyNode()));
            return;
        }
        String below = Gathering.below(pointer, key.getValue());
        if (map.containsKey(key.getValue())) {
            gathering.twice(below, place(key));
            return;
        }
        gathering.put(below, place(key));
        gathering.text(key.getValue(), below, place(key));
        map.put(key.getValue(), value(entry.getValueNode(), below));
    }

    /** What the map has itself wins over what is merged into it, and what is merged first over what comes later. */
    private void merge(Map<String, @Nullable Object> map, Node merged, String pointer) {
        if (merged instanceof SequenceNode several) {
            if (opened(several, pointer)) {
                several.getValue().forEach(one -> merge(map, one, pointer));
                open.remove(several);
            }
        } else if (value(merged, pointer) instanceof Map<?, ?> found) {
            found.forEach((name, value) -> map.putIfAbsent((String) name, value));
        } else {
            gathering.fault(pointer, "Only maps can be merged with '<<'.", place(merged));
        }
    }

    private @Nullable Object scalar(ScalarNode scalar, String pointer) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.INT)) {
                return whole(new BigInteger(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            return refused(scalar, pointer);
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text.toLowerCase(Locale.ROOT));
        }
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        return tag.equals(Tag.STR) || tag.equals(Tag.MERGE)
                ? gathering.text(text, pointer, place(scalar))
                : refused(scalar, pointer);
    }

    private @Nullable Object refused(Node node, String pointer) {
        gathering.fault(
                pointer, "The tag " + node.getTag().getValue() + " is not known here; leave it out.", place(node));
        return null;
    }

    private static Number whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static boolean isMerge(NodeTuple entry) {
        return entry.getKeyNode().getTag().equals(Tag.MERGE);
    }

    private static Place place(Node node) {
        return YamlReader.place(node.getStartMark());
    }
}
