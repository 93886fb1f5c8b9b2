package io.bellwether.review;

import java.util.List;

/** How much of the period the vendor could be used: as a whole, by month, and in the quarter before. */
final class AvailabilityChapter implements Chapter {

    static final String KEY = "availability";

    private record Data(Measured whole, List<Measured> months, Measured before, String method) {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Availability";
    }

    @Override
    public Object data(Material material) {
        Links links = material.links();
        return new Data(
                Measured.of(material.period().span(), material.availability(), links.availability()),
                material.months().stream()
                        .map(month -> Measured.of(
                                month.span(),
                                month.availability(),
                                links.availability(
                                        month.span().from(), month.span().to())))
                        .toList(),
                material.before(),
                material.availability().method());
    }
}
