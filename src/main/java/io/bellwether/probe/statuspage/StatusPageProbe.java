package io.bellwether.probe.statuspage;

import io.bellwether.platform.Json;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.format.Format;
import io.bellwether.probe.statuspage.format.StatusPage;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a vendor declares on its status page, in any {@link Format}. A status page that fails says nothing about the
 * vendor: whatever goes wrong here is UNKNOWN.
 */
@Singleton
final class StatusPageProbe implements Probe<StatusPageProbe.Settings> {

    /**
     * @param url the page, or its feed
     * @param format of the feed; found out when absent
     * @param feed where programs read the page; found out when absent, and then told as {@code detail.feed}
     * @param components what we depend on, see {@link Selection}; all of them when absent
     * @param regions where we depend on it, for formats that tell regions apart; everywhere when absent
     */
    record Settings(
            @NotNull @Obeys(HttpAddress.class) URI url,
            @Nullable Format format,
            @Obeys(HttpAddress.class) @Nullable URI feed,
            @Size(max = 200) @Nullable List<@NotBlank @Size(max = 300) String> components,
            @Size(max = 100) @Nullable List<@NotBlank @Size(max = 300) String> regions) {}

    private final Wire wire;
    private final Json json;
    private final Memory memory = new Memory();

    StatusPageProbe(Wire wire, Json json) {
        this.wire = wire;
        this.json = json;
    }

    @Override
    public String kind() {
        return "statuspage";
    }

    @Override
    public String description() {
        return "Reads what the vendor declares on its status page or feed, whoever made it.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean decidesAvailability() {
        return false;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        Requests requests = new Requests(wire, context.deadline());
        try {
            Reader reader = new Reader(requests, json);
            Found found = found(settings, reader, new Search(requests, json));
            Wanted wanted = Wanted.of(settings.components(), settings.regions());
            Document companion = reader.companion(found, wanted);
            StatusPage page = found.format().read(found.document(), companion, context.startedAt());
            return Declaration.judge(
                    page,
                    wanted,
                    found.response(),
                    Map.of("format", found.format().name(), "feed", found.feed().toString()),
                    context.startedAt());
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        } catch (Refusal e) {
            return e.verdict();
        }
    }

    private Found found(Settings settings, Reader reader, Search search) throws WireFailure, Refusal {
        URI page = settings.url();
        if (settings.feed() != null || settings.format() != null) {
            return reader.feed(Objects.requireNonNullElseGet(settings.feed(), () -> feed(settings)), settings.format());
        }
        Optional<URI> remembered = memory.feed(page);
        if (remembered.isEmpty()) {
            Found found = search.of(page);
            memory.keep(page, found.feed());
            return found;
        }
        try {
            return reader.feed(remembered.get(), null);
        } catch (Refusal e) {
            if (e.isOfAnotherPlace()) {
                memory.forget(page);
            }
            throw e;
        }
    }

    private static URI feed(Settings settings) {
        URI page = settings.url();
        return settings.format() == null || Candidates.isFeed(page)
                ? page
                : settings.format().feed(page).orElse(page);
    }
}
