package io.bellwether.config;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.bellwether.config.Change.FieldChange;
import io.bellwether.config.Change.Thing;
import io.bellwether.config.Document.ChannelEntry;
import io.bellwether.config.Steps.Action;
import io.bellwether.notify.Channels;
import io.bellwether.notify.ConfiguredChannel;
import io.bellwether.notify.NewChannel;
import io.bellwether.platform.Json;
import io.bellwether.platform.SecretSettings;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the channels of a document. */
@Singleton
class ChannelPlanner {

    private final Channels channels;
    private final ChannelReading reading;
    private final Export export;
    private final Json json;

    ChannelPlanner(Channels channels, ChannelReading reading, Export export, Json json) {
        this.channels = channels;
        this.reading = reading;
        this.export = export;
        this.json = json;
    }

    /** @param entries as they fit the shape of a document; null where one does not */
    void plan(List<?> entries, boolean prune, Faults faults, Steps steps) {
        Map<String, ConfiguredChannel> present = export.channels().stream()
                .collect(toMap(ConfiguredChannel::name, identity(), (one, _) -> one, LinkedHashMap::new));
        Map<String, Placed> named = new LinkedHashMap<>();
        for (int index = 0; index < entries.size(); index++) {
            String pointer = "/channels/" + index;
            ChannelEntry entry = entry(entries.get(index), pointer, faults);
            if (entry == null || entry.name() == null) {
                faults.require(pointer + "/name", "A channel needs a name: it tells which channel is meant.");
                continue;
            }
            String name = entry.name().strip();
            Placed twin = named.putIfAbsent(name, new Placed(pointer, name, entry));
            if (twin != null) {
                faults.add(
                        pointer + "/name", "The name '" + name + "' is taken by " + faults.where(twin.pointer) + ".");
            }
        }
        named.values().forEach(placed -> checkFallback(placed, named, present.keySet(), faults));
        named.values().stream()
                .sorted(comparingInt(placed -> fallbacks(placed, named)))
                .forEach(placed ->
                        plan(placed.entry, placed.name, present.get(placed.name), placed.pointer, faults, steps));
        if (prune) {
            present.values().stream()
                    .filter(channel -> !named.containsKey(channel.name()))
                    .sorted(comparingInt(channel -> -fallbacks(channel, present)))
                    .forEach(channel -> remove(channel, steps));
        }
    }

    private record Placed(String pointer, String name, ChannelEntry entry) {}

    private static void checkFallback(Placed placed, Map<String, Placed> named, Set<String> present, Faults faults) {
        String fallback = placed.entry.fallback();
        if (fallback == null) {
            return;
        }
        if (!named.containsKey(fallback.strip()) && !present.contains(fallback.strip())) {
            faults.add(placed.pointer + "/fallback", "There is no channel '" + fallback + "'.");
        } else if (fallbacks(placed, named) > named.size()) {
            faults.add(placed.pointer + "/fallback", "The fallbacks go round in a circle.");
        }
    }

    /** How many channels of the document come behind it: those are to be there first. More than there are in a circle. */
    private static int fallbacks(Placed placed, Map<String, Placed> named) {
        int behind = 0;
        Placed at = placed;
        while (at != null && behind <= named.size()) {
            behind++;
            String next = at.entry.fallback();
            at = next == null ? null : named.get(next.strip());
        }
        return behind;
    }

    /** How many channels come behind it: it goes before they do. */
    private static int fallbacks(ConfiguredChannel channel, Map<String, ConfiguredChannel> present) {
        ConfiguredChannel next = channel.fallback() == null ? null : present.get(channel.fallback());
        return next == null ? 0 : 1 + fallbacks(next, present);
    }

    private @Nullable ChannelEntry entry(@Nullable Object value, String pointer, Faults faults) {
        return value instanceof Map<?, ?> map
                ? faults.noted(pointer, () -> json.convert(Fields.of(map), ChannelEntry.class, ""))
                : null;
    }

    private void plan(
            ChannelEntry entry,
            String name,
            @Nullable ConfiguredChannel present,
            String pointer,
            Faults faults,
            Steps steps) {
        boolean ofAnotherKind =
                present != null && entry.kind() != null && !present.kind().equals(entry.kind());
        ConfiguredChannel before = ofAnotherKind ? null : present;
        NewChannel values = reading.read(entry, name, before, pointer, faults);
        if (values == null) {
            return;
        }
        if (before != null) {
            change(before, values, pointer, faults, steps);
            return;
        }
        if (present == null) {
            steps.add(Action.CREATE, change(name, Map.of(), shown(values)), () -> channels.create(values));
            return;
        }
        steps.add(
                Action.CHANGE,
                change(name, shown(present), shown(values)),
                () -> channels.replace(present.id(), values));
    }

    private void change(ConfiguredChannel before, NewChannel values, String pointer, Faults faults, Steps steps) {
        Boolean same = faults.noted(pointer, () -> channels.matches(before.id(), values));
        if (same == null) {
            return;
        }
        if (same) {
            steps.same();
            return;
        }
        List<FieldChange> fields = Stream.concat(
                        Differences.between(shown(before), shown(values)).stream(), secrets(before, values))
                .sorted(comparing(FieldChange::field))
                .toList();
        steps.add(
                Action.CHANGE,
                new Change(Thing.CHANNEL, null, values.name(), fields),
                () -> channels.change(before.id(), null, values));
    }

    private void remove(ConfiguredChannel channel, Steps steps) {
        Change change = change(channel.name(), shown(channel), Map.of());
        steps.add(Action.REMOVE, change, () -> channels.remove(channel.id(), null));
    }

    /** The secrets that are other ones than before, of those that are there before and after. */
    private Stream<FieldChange> secrets(ConfiguredChannel before, NewChannel values) {
        return channels.secrets(values.kind()).stream()
                .filter(name ->
                        before.settings().containsKey(name) && values.settings().containsKey(name))
                .filter(name -> !channels.matches(before.id(), with(before, name, values)))
                .map(name -> new FieldChange("settings/" + name, SecretSettings.MASK, SecretSettings.MASK));
    }

    /** As it is, but for one setting. */
    private static NewChannel with(ConfiguredChannel before, String name, NewChannel values) {
        Map<String, Object> settings = new LinkedHashMap<>(before.settings());
        settings.put(name, Objects.requireNonNull(values.settings().get(name)));
        return Export.values(before, settings);
    }

    private Map<String, Object> shown(ConfiguredChannel channel) {
        return shown(Export.values(channel, channel.settings()));
    }

    private Map<String, Object> shown(NewChannel channel) {
        Map<String, Object> entry = Entries.channel(channel, json);
        entry.put("settings", export.hidden(channel.kind(), channel.settings()));
        return entry;
    }

    private static Change change(String name, Map<String, Object> before, Map<String, Object> after) {
        return new Change(Thing.CHANNEL, null, name, Differences.between(before, after));
    }
}
