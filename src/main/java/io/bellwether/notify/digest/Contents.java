package io.bellwether.notify.digest;

import io.bellwether.core.Voices;
import io.bellwether.core.schedule.Edition;
import io.bellwether.notify.pack.JointPack;
import io.bellwether.notify.pack.PackText;
import io.bellwether.notify.pack.Packs;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the contents of digests. */
@Singleton
class Contents {

    /** A pack of a time longer ago is of no use any more. */
    private static final int MOST_MONTHS = 12;

    private final Readers readers;
    private final AlertNews news;
    private final Packs packs;

    Contents(Readers readers, AlertNews news, Packs packs) {
        this.readers = readers;
        this.news = news;
        this.packs = packs;
    }

    Content of(Subscription subscription, Edition window) {
        Readers.Reader register = readers.of(subscription.email());
        Readers.Reader reader =
                new Readers.Reader(register.vendors(), register.bellwether(), subscription.lens(), subscription.zone());
        return switch (subscription.topic()) {
            case ALERTS -> alerts(subscription.email(), reader, window);
            case PACK -> packs(reader, window);
        };
    }

    private Content alerts(String email, Readers.Reader reader, Edition window) {
        AlertDigest digest = news.of(email, reader, window);
        DigestWords words = new DigestWords(digest, window, reader.zone());
        return new Content(digest.empty(), words.title(), words.text(), digest);
    }

    private Content packs(Readers.Reader reader, Edition window) {
        List<YearMonth> months = monthsEnded(window, reader.zone());
        if (months.isEmpty()) {
            String nothing = "No month has ended since the last pack.";
            return new Content(true, "Joint pack: nothing to tell", new Voices(nothing, nothing), null);
        }
        Set<UUID> vendors = reader.vendors().stream().map(Vendor::id).collect(Collectors.toSet());
        List<JointPack> all = months.stream()
                .map(month -> packs.of(month, reader.zone(), vendor -> vendors.contains(vendor.id())))
                .toList();
        String names = months.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
        return new Content(false, "Joint pack " + names, text(all), null);
    }

    private static Voices text(List<JointPack> packs) {
        List<Voices> texts = packs.stream().map(PackText::of).toList();
        return new Voices(
                joined(texts.stream().map(Voices::it)), joined(texts.stream().map(Voices::marketing)));
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining("\n"));
    }

    /** In order. */
    static List<YearMonth> monthsEnded(Edition window, ZoneId zone) {
        YearMonth last = YearMonth.from(window.to().atZone(zone)).minusMonths(1);
        return Stream.iterate(last.minusMonths(MOST_MONTHS - 1L), month -> month.plusMonths(1))
                .limit(MOST_MONTHS)
                .filter(month -> end(month, zone).isAfter(window.from()))
                .toList();
    }

    private static Instant end(YearMonth month, ZoneId zone) {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }
}
