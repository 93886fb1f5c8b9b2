package io.bellwether.dashboard;

import io.bellwether.dashboard.portfolio.PortfolioFilter;
import io.bellwether.dashboard.portfolio.PortfolioOrder;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks of the fleet; null and empty mean no wish.
 *
 * @param sort the name of a {@link PortfolioOrder}, with a minus before it for the reverse
 * @param page from 1
 */
public record FleetRequest(
        @QueryParam("q") @Nullable String q,
        @QueryParam("tier") @Nullable String tier,
        @QueryParam("status") @Nullable String status,
        @QueryParam("sort") @Nullable String sort,
        @QueryParam("page") @Nullable Integer page) {

    private static final String REVERSE = "-";

    PortfolioFilter filter() {
        return PortfolioFilter.of(q, tier, status);
    }

    public PortfolioOrder order() {
        return PortfolioOrder.named(reversed() ? Objects.requireNonNull(sort).substring(1) : sort);
    }

    public boolean reversed() {
        return sort != null && sort.startsWith(REVERSE);
    }

    /** Whether the vendors are sorted by it, in either direction. */
    public boolean sortedBy(PortfolioOrder other) {
        return order() == other;
    }

    /** The same wish in another order; chosen twice, an order is reversed. */
    public String sortLink(PortfolioOrder by) {
        boolean reverse = order() == by && !reversed();
        return link((reverse ? REVERSE : "") + by.name().toLowerCase(Locale.ROOT), null);
    }

    public String pageLink(int number) {
        return link(sort, number);
    }

    private String link(@Nullable String order, @Nullable Integer number) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("tier", tier);
        parameters.put("status", status);
        parameters.put("sort", order);
        parameters.put("page", number);
        String query = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null
                        && !parameter.getValue().toString().isBlank())
                .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/" : "/?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
