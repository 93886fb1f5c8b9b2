package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import io.bellwether.review.Review;
import java.util.List;

/**
 * A review laid out for reading.
 *
 * @param vendorName as registered
 */
public record ReviewView(Review review, String vendorName, List<Chapter> chapters) {

    private static final int SHORT = 12;

    /** A section with its figures. */
    public record Chapter(Review.Section section, Figures figures) {}

    static ReviewView of(Review review, String vendorName, Lens lens) {
        List<Chapter> chapters = review.sections().stream()
                .map(section -> new Chapter(section, Figures.of(section.data(), lens)))
                .toList();
        return new ReviewView(review, vendorName, chapters);
    }

    public String path() {
        return "/reviews/" + review.id();
    }

    /** Enough of the seal to compare by eye; empty for a draft. */
    public String shortHash() {
        String hash = review.hash();
        return hash == null ? "" : hash.substring(0, SHORT);
    }

    public boolean frozen() {
        return review.state() == Review.State.FROZEN;
    }

    /** Who has not signed yet. */
    public List<Lens> missing() {
        return List.of(Lens.values()).stream()
                .filter(lens -> review.signOffs().stream().noneMatch(signOff -> signOff.lens() == lens))
                .toList();
    }

    public List<Review.Decision> decisions() {
        return List.of(Review.Decision.values());
    }

    /** The reader a lens stands for. */
    public String reader(Lens lens) {
        return Words.label(lens);
    }
}
