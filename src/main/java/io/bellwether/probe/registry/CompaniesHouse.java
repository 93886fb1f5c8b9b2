package io.bellwether.probe.registry;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSource;
import io.bellwether.probe.PublicSources;
import io.bellwether.probe.registry.Company.Listing;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks the register of companies of the United Kingdom, with a key that it gives to everybody who asks for one. */
@Singleton
class CompaniesHouse {

    private static final int MAX_BODY = 1024 * 1024;
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 3;

    /** It lets a key ask 600 times in five minutes. */
    private static final Duration APART = Duration.ofMillis(500);

    private final Json json;
    private final PublicSource source;
    private final Optional<URI> base;
    private final Optional<String> key;

    /** @param base empty to ask nobody */
    CompaniesHouse(
            PublicSources sources,
            Json json,
            @ConfigProperty(
                            name = "bellwether.companies-house.base-url",
                            defaultValue = "https://api.company-information.service.gov.uk")
                    Optional<URI> base,
            @ConfigProperty(name = "bellwether.companies-house.api-key") Optional<String> key) {
        this.json = json;
        this.source = sources.of("Companies House", APART);
        this.base = base.map(uri -> URI.create(uri.toString().replaceAll("/+$", "")));
        this.key = key;
    }

    /**
     * All of it or nothing: from a part one could take a winding-up by members who can pay for one by creditors.
     *
     * @throws WireFailure UNKNOWN also where nothing was sent, or no such company is known
     */
    Company company(String number, ProbeContext context) throws WireFailure {
        String path = "/company/" + number;
        WireResponse response = ask(path, context)
                .orElseThrow(() -> unknown("Companies House knows no company " + number + "; check the number."));
        Answer profile = read(response);
        if (!number.equalsIgnoreCase(profile.text("company_number"))) {
            throw source.unreadable(new IllegalArgumentException("it is not about company " + number));
        }
        return new Company(
                profile,
                may(profile.flag("has_insolvency_history")) ? cases(path, context) : List.of(),
                may(profile.flag("has_charges")) ? list(path + "/charges?", "total_count", context) : Listing.NOTHING,
                list(path + "/officers?", "total_results", context),
                list(path + "/filing-history?category=accounts&", "total_count", context),
                response.phases());
    }

    /** What the profile does not deny is asked for. */
    private static boolean may(@Nullable Boolean flag) {
        return flag == null || flag;
    }

    private List<Answer> cases(String path, ProbeContext context) throws WireFailure {
        Optional<WireResponse> response = ask(path + "/insolvency", context);
        if (response.isEmpty()) {
            return List.of();
        }
        Answer answer = read(response.get());
        if (!answer.has("cases")) {
            throw source.unreadable(new IllegalArgumentException("it has no cases"));
        }
        return answer.parts("cases");
    }

    private Listing list(String path, String total, ProbeContext context) throws WireFailure {
        List<Answer> items = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<WireResponse> response =
                    ask(path + "items_per_page=" + PER_PAGE + "&start_index=" + items.size(), context);
            if (response.isEmpty()) {
                return new Listing(List.copyOf(items), true);
            }
            Answer answer = read(response.get());
            if (!answer.has("items")) {
                throw source.unreadable(new IllegalArgumentException("it is no list"));
            }
            List<Answer> more = answer.parts("items");
            items.addAll(more);
            Integer all = answer.number(total);
            if (more.isEmpty() || (all != null && items.size() >= all)) {
                return new Listing(List.copyOf(items), all == null || items.size() >= all);
            }
        }
        return new Listing(List.copyOf(items), false);
    }

    private Optional<WireResponse> ask(String path, ProbeContext context) throws WireFailure {
        URI from = base.orElseThrow(
                () -> unknown("No register is configured; BELLWETHER_COMPANIES_HOUSE_BASE_URL is empty."));
        String secret = key.orElseThrow(() ->
                unknown("Set BELLWETHER_COMPANIES_HOUSE_API_KEY to a key of Companies House; it is free of charge."));
        String credentials = Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
        WireRequest request = WireRequest.get(URI.create(from + path))
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + credentials)
                .maxBody(MAX_BODY);
        return source.find(request, context);
    }

    private Answer read(WireResponse response) throws WireFailure {
        try {
            @Nullable Map<String, Object> values = json.map(response.text());
            if (values == null) {
                throw new IllegalArgumentException("it is empty");
            }
            return new Answer(values);
        } catch (IllegalArgumentException e) {
            throw source.unreadable(e);
        }
    }

    private static WireFailure unknown(String reason) {
        return new WireFailure(Outcome.UNKNOWN, Cause.NOT_CONFIGURED, reason, Phases.NONE);
    }
}
