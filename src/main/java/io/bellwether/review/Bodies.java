package io.bellwether.review;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Between the stored form of a review and the one people see. */
@Singleton
class Bodies {

    private final Json json;

    Bodies(Json json) {
        this.json = json;
    }

    Map<String, Object> stored(Body body) {
        return json.map(json.write(body));
    }

    Body read(StoredReview review) {
        return json.read(json.write(review.body()), Body.class);
    }

    /** The body with a comment beside one section; {@link Problem} 404 when there is no such section. */
    Map<String, Object> commented(StoredReview review, String key, @Nullable String comment, String author) {
        Body body = read(review);
        if (body.sections().stream().noneMatch(section -> section.key().equals(key))) {
            throw Problem.notFound("section", key);
        }
        return stored(changed(body, key, section -> section.commented(comment, author)));
    }

    /** The body that says of itself that the review is frozen. */
    Map<String, Object> frozen(StoredReview review) {
        return stored(changed(read(review), HeaderChapter.KEY, Bodies::frozen));
    }

    Review shown(StoredReview review) {
        Body body = read(review);
        return new Review(
                review.id(),
                review.vendor(),
                review.period(),
                body.zone(),
                body.from(),
                body.to(),
                body.partial(),
                body.until(),
                review.state(),
                review.createdAt(),
                review.updatedAt(),
                review.frozenAt(),
                review.hash(),
                Seal.valid(review),
                body.sections(),
                review.signOffs(),
                review.version());
    }

    private static Review.Section frozen(Review.Section header) {
        Map<String, Object> data = new HashMap<>(header.data());
        data.put("state", Review.State.FROZEN.name());
        return new Review.Section(header.key(), header.title(), data, header.comment(), header.commentedBy());
    }

    private static Body changed(Body body, String key, UnaryOperator<Review.Section> change) {
        List<Review.Section> sections = body.sections().stream()
                .map(section -> section.key().equals(key) ? change.apply(section) : section)
                .toList();
        return new Body(body.zone(), body.from(), body.to(), body.partial(), body.until(), sections);
    }
}
