package io.bellwether.notify;

import io.bellwether.notify.person.QuietHoursChanged;
import io.bellwether.notify.person.QuietTimes;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The channels through which alerts go out. Until routes are set, every alert goes to every enabled channel. */
@ApplicationScoped
public class Channels {

    private final ChannelRow.Repository rows;
    private final ChannelSettings settings;
    private final ChannelUses uses;
    private final ChannelAlerts alerts;
    private final Event<QuietHoursChanged> quiet;
    private final Audit audit;
    private final Clock clock;

    Channels(
            ChannelRow.Repository rows,
            ChannelSettings settings,
            ChannelUses uses,
            ChannelAlerts alerts,
            Event<QuietHoursChanged> quiet,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.uses = uses;
        this.alerts = alerts;
        this.quiet = quiet;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of their names. */
    @Transactional
    public Page<ConfiguredChannel> list(@Nullable Integer limit, @Nullable String after) {
        List<String> key = Cursor.parts(after, 1);
        int most = Page.limit(limit);
        List<ConfiguredChannel> found = rows.page(key.isEmpty() ? "" : key.getFirst(), most + 1).stream()
                .map(this::shown)
                .toList();
        return Page.of(found, most, channel -> Cursor.of(channel.name()));
    }

    /** @throws Problem 404 */
    @Transactional
    public ConfiguredChannel require(UUID id) {
        return shown(row(id));
    }

    /** @throws Problem 400 for an unknown kind, wrong settings or a fallback that cannot be, 409 when the name is taken */
    @Transactional
    public ConfiguredChannel create(NewChannel channel) {
        Map<String, Object> sealed = settings.accepted(channel.kind(), channel.settings(), Map.of());
        ChannelRow row = new ChannelRow(channel, sealed, clock.instant());
        refuseTaken(row);
        row.fallbackId = fallback(row.id, channel);
        rows.persist(row);
        return recorded("channel.create", row);
    }

    /**
     * Replaces everything but the kind. A secret URL given back as it was shown stays as it is.
     *
     * @throws Problem 400, 404, 409 when the name is taken or somebody knows the channel by the old one, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public ConfiguredChannel change(UUID id, @Nullable String ifMatch, NewChannel values) {
        ChannelRow row = row(id);
        ETags.check(ifMatch, row.version);
        if (!values.kind().equals(row.kind)) {
            throw Problem.invalid("/kind", "The kind never changes; make another channel.");
        }
        if (!values.name().strip().equals(row.name)) {
            rows.lockUses();
            uses.refuseRenaming(row.name);
        }
        @Nullable QuietTimes quietBefore = row.quietHours;
        row.set(values, settings.accepted(row.kind, values.settings(), row.settings), clock.instant());
        refuseTaken(row);
        row.fallbackId = fallback(row.id, values);
        ConfiguredChannel changed = recorded("channel.change", row);
        alerts.over(id, "The channel '" + row.name + "' was changed: what was wrong with it does not count any more.");
        if (!Objects.equals(quietBefore, row.quietHours)) {
            quiet.fire(new QuietHoursChanged());
        }
        return changed;
    }

    /**
     * Puts a channel of another kind in the place of this one: whoever relied on this relies on the new one. What waited for
     * this is given up, its ledger stays.
     *
     * @throws Problem 400, 404, or 409 when the name is taken
     */
    @Transactional
    public ConfiguredChannel replace(UUID id, NewChannel values) {
        rows.lockUses();
        ChannelRow old = row(id);
        ChannelRow row =
                new ChannelRow(values, settings.accepted(values.kind(), values.settings(), Map.of()), clock.instant());
        retire(old);
        refuseTaken(row);
        rows.persistAndFlush(row);
        rows.fallBackOn(row.id, id);
        row.fallbackId = fallback(row.id, values);
        return recorded("channel.create", row);
    }

    /**
     * Takes the channel out of service; what waited for it is given up, its ledger stays.
     *
     * @throws Problem 404, 409 when somebody relies on it, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public void remove(UUID id, @Nullable String ifMatch) {
        ChannelRow row = row(id);
        ETags.check(ifMatch, row.version);
        rows.lockUses();
        uses.refuseRemoval(id, row.name);
        retire(row);
    }

    private void retire(ChannelRow row) {
        row.remove(clock.instant());
        recorded("channel.remove", row);
        alerts.over(row.id, "The channel '" + row.name + "' was removed.");
    }

    /**
     * Whether the channel is what is given here; a secret URL as it was shown counts as unchanged.
     *
     * @throws Problem 400 for what could not become of the channel, or 404
     */
    @Transactional(dontRollbackOn = Problem.class)
    public boolean matches(UUID id, NewChannel values) {
        ChannelRow row = row(id);
        boolean same = row.name.equals(values.name().strip())
                && row.lens == Objects.requireNonNullElse(values.lens(), Audience.BOTH)
                && row.enabled == Objects.requireNonNullElse(values.enabled(), true)
                && Objects.equals(row.quietHours, values.quietHours())
                && Objects.equals(fallbackName(row), values.fallback())
                && settings.same(row.kind, values.settings(), row.settings);
        if (!same) {
            settings.accepted(row.kind, values.settings(), row.settings);
        }
        return same;
    }

    /** JSON Schemas (2020-12) of the settings of all kinds there are, in the order of the kinds' names. */
    public Map<String, Map<String, Object>> schemas() {
        return settings.schemas();
    }

    /**
     * The names of the settings of this kind that are secrets.
     *
     * @throws Problem 400 when there is no such kind
     */
    public Set<String> secrets(String kind) {
        return settings.secrets(kind);
    }

    /** @throws Problem 400 for an unknown kind, wrong settings, or a secret URL in its shown form */
    public void check(NewChannel channel) {
        settings.accepted(channel.kind(), channel.settings(), Map.of());
    }

    /** Where messages of the channel go, with its secrets. */
    @Transactional
    Claim.Target target(UUID id) {
        ChannelRow row = row(id);
        return new Claim.Target(row.id, row.kind, row.name, row.lens, row.settings, "");
    }

    /** One at a time: two changes must not make a circle that neither sees. */
    private @Nullable UUID fallback(UUID id, NewChannel values) {
        if (values.fallback() == null) {
            return null;
        }
        rows.lockUses();
        UUID fallback = rows.named(values.fallback().strip())
                .map(found -> found.id)
                .orElseThrow(() -> Problem.invalid("/fallback", "There is no channel '" + values.fallback() + "'."));
        if (rows.fallbacks().wouldCircle(id, fallback)) {
            throw Problem.invalid(
                    "/fallback",
                    "'" + values.fallback() + "' would get back what this channel cannot tell; name another.");
        }
        return fallback;
    }

    private @Nullable String fallbackName(ChannelRow row) {
        return row.fallbackId == null ? null : rows.findById(row.fallbackId).name;
    }

    private ChannelRow row(UUID id) {
        return rows.present(id).orElseThrow(() -> Problem.notFound("channel", id));
    }

    private void refuseTaken(ChannelRow row) {
        if (rows.taken(row.name, row.id)) {
            throw Problem.conflict("/name", "There is a channel '" + row.name + "' already; give another name.");
        }
    }

    private ConfiguredChannel recorded(String action, ChannelRow row) {
        rows.flush();
        audit.record(action, "channel/" + row.id, Map.of("kind", row.kind, "name", row.name));
        return shown(row);
    }

    private ConfiguredChannel shown(ChannelRow row) {
        return new ConfiguredChannel(
                row.id,
                row.kind,
                row.name,
                settings.shown(row.kind, row.settings),
                row.lens,
                row.enabled,
                row.quietHours,
                fallbackName(row),
                row.pausedUntil,
                row.brokenReason,
                row.createdAt,
                row.updatedAt,
                row.version);
    }
}
