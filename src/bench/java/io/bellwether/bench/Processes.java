package io.bellwether.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Processes with all their descendants, and what the kernel says they cost. */
record Processes(List<Long> roots) {

    private static final double TICKS_PER_SECOND = 100;
    private static final Path PROC = Path.of("/proc");

    private record Stat(long pid, long parent, long ticks) {}

    /** User and system time since their start, with that of descendants that have ended, in seconds. */
    double cpuSeconds() throws IOException {
        return all().stream().mapToLong(Stat::ticks).sum() / TICKS_PER_SECOND;
    }

    /** Proportional set size in MiB: shared pages count once over all processes. */
    double memory() throws IOException {
        long kibibytes = 0;
        for (Stat stat : all()) {
            kibibytes += pss(stat.pid());
        }
        return kibibytes / 1024.0;
    }

    private List<Stat> all() throws IOException {
        List<Stat> stats = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                read(entry.resolve("stat")).lines().map(Processes::parse).forEach(stats::add);
            }
        }
        var children = stats.stream().collect(Collectors.groupingBy(Stat::parent));
        var byPid = stats.stream().collect(Collectors.toMap(Stat::pid, Function.identity()));
        List<Stat> found = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            long pid = open.pop();
            if (byPid.containsKey(pid)) {
                found.add(byPid.get(pid));
                children.getOrDefault(pid, List.of()).forEach(child -> open.push(child.pid()));
            }
        }
        return found;
    }

    /** The name of a program stands in parentheses and may contain anything; what follows is a list of numbers. */
    private static Stat parse(String line) {
        long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
        String[] rest = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(rest[field]);
        }
        return new Stat(pid, Long.parseLong(rest[1]), ticks);
    }

    private static long pss(long pid) {
        return read(PROC.resolve(pid + "/smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
    }

    /** Empty when the process has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
