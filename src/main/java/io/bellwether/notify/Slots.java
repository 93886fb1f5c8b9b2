package io.bellwether.notify;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many messages this node sends at once: a few in all, fewer through one channel, so that a slow one blocks no other. */
final class Slots {

    private final int most;
    private final int mostPerChannel;
    private final Map<UUID, Integer> used = new HashMap<>();

    Slots(int most, int mostPerChannel) {
        this.most = most;
        this.mostPerChannel = mostPerChannel;
    }

    synchronized boolean free() {
        return inUse() < most;
    }

    synchronized int inUse() {
        return used.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized Set<UUID> busyChannels() {
        return used.entrySet().stream()
                .filter(entry -> entry.getValue() >= mostPerChannel)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void take(UUID channel) {
        used.merge(channel, 1, Integer::sum);
    }

    synchronized void giveBack(UUID channel) {
        used.computeIfPresent(channel, (_, count) -> count == 1 ? null : count - 1);
    }
}
