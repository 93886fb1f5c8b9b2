package io.bellwether.review;

import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The quarterly reviews of all vendors. */
@ApplicationScoped
public class Reviews {

    private final ReviewOpening opening;
    private final ReviewStore store;
    private final Bodies bodies;
    private final Exports exports;
    private final Audit audit;
    private final Caller caller;
    private final ReviewClock clock;

    Reviews(
            ReviewOpening opening,
            ReviewStore store,
            Bodies bodies,
            Exports exports,
            Audit audit,
            Caller caller,
            ReviewClock clock) {
        this.opening = opening;
        this.store = store;
        this.bodies = bodies;
        this.exports = exports;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The reviews of a vendor, newest period first.
     *
     * @param limit null for {@link Page#DEFAULT_LIMIT}
     * @param after the cursor of the page before; null for the first
     */
    @Transactional
    public Page<ReviewSummary> of(UUID vendorId, @Nullable Integer limit, @Nullable String after) {
        int size = Page.limit(limit);
        List<String> key = Cursor.parts(after, 1);
        List<ReviewSummary> rows = store.page(vendorId, key.isEmpty() ? null : key.getFirst(), size + 1);
        return Page.of(rows, size, review -> Cursor.of(review.period()));
    }

    /** @throws Problem 404 when there is none */
    @Transactional
    public Review require(UUID id) {
        return bodies.shown(store.find(id).orElseThrow(() -> Problem.notFound("review", id)));
    }

    /**
     * The review of a vendor and a quarter, made when there is none. A draft that nobody has signed gets its figures anew;
     * any other stays as it is.
     *
     * @throws Problem 404 when there is no such vendor; 400 for what is no quarter or one that has not begun
     */
    @Transactional
    public Opened open(String slug, NewReview asked) {
        return opening.open(slug, asked);
    }

    /**
     * Puts a comment beside a section, instead of the one that was there.
     *
     * @param comment empty to take the comment away
     * @throws Problem 404, 409 when the review is frozen, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public Review comment(UUID id, String section, String comment, @Nullable String ifMatch) {
        StoredReview review = draft(id, ifMatch);
        String text = comment.isBlank() ? null : comment.strip();
        StoredReview changed = review.changed(bodies.commented(review, section, text, caller.name()), clock.now());
        store.update(changed);
        audit.record("review.comment", subject(id), Map.of("section", section, "comment", comment));
        return bodies.shown(changed);
    }

    /**
     * Signs for one lens; the second signature freezes the review.
     *
     * @throws Problem 404, 409 when the lens has signed already, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public Review signOff(UUID id, NewSignOff asked, @Nullable String ifMatch) {
        StoredReview review = draft(id, ifMatch);
        if (review.signedBy(asked.lens())) {
            throw Problem.conflict("/lens", asked.lens() + " has signed this review already.");
        }
        Review.SignOff signOff = new Review.SignOff(
                asked.lens(),
                asked.decision(),
                Objects.requireNonNullElse(asked.comment(), ""),
                caller.name(),
                clock.now());
        store.insert(id, signOff);
        audit.record(
                "review.sign",
                subject(id),
                signOff.comment(),
                Map.of("lens", signOff.lens(), "decision", signOff.decision()));
        return bodies.shown(saved(review.signed(signOff)));
    }

    /**
     * The review as a file, with the same figures in every format.
     *
     * @throws Problem 404, or 400 for a format that does not exist
     */
    @Transactional
    public ReviewExport export(UUID id, @Nullable String format) {
        return exports.of(require(id), format);
    }

    private StoredReview saved(StoredReview signed) {
        StoredReview last = signed.signedByAll() ? signed.frozen(bodies.frozen(signed)) : signed;
        store.update(last);
        if (last.hash() != null) {
            audit.record("review.freeze", subject(last.id()), Map.of("hash", last.hash()));
        }
        return last;
    }

    private StoredReview draft(UUID id, @Nullable String ifMatch) {
        StoredReview review = store.lock(id).orElseThrow(() -> Problem.notFound("review", id));
        if (review.state() == Review.State.FROZEN) {
            throw Problem.conflict("", "This review is frozen: both lenses have signed it.");
        }
        ETags.check(ifMatch, review.version());
        return review;
    }

    static String subject(UUID id) {
        return "review/" + id;
    }
}
