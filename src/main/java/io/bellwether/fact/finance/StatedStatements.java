package io.bellwether.fact.finance;

import io.bellwether.core.finance.Line;
import io.bellwether.core.finance.Statement;
import io.bellwether.fact.finance.sheet.Sheets;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Statements that vendors who need not publish any have told us. What is replaced or removed stays on record. */
@ApplicationScoped
public class StatedStatements {

    private final StatementTable table;
    private final Assessor assessor;
    private final VendorRegister vendors;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    StatedStatements(
            StatementTable table, Assessor assessor, VendorRegister vendors, Audit audit, Caller caller, Clock clock) {
        this.table = table;
        this.assessor = assessor;
        this.vendors = vendors;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public StatedFinances of(UUID vendor) {
        return StatedFinances.of(table.current(vendor), today(), assessor);
    }

    /** What moves its score. */
    @Transactional
    StatementEvidence evidence(UUID vendor) {
        return StatedFinances.evidence(table.current(vendor), assessor);
    }

    /**
     * Puts each year in the place of what was told of it before: all of them, or none.
     *
     * @param placed tells of a fault where it stands in what was sent
     * @throws Problem 400 naming each fault, or 404 when there is no such vendor
     */
    @Transactional
    StatedFinances enter(String slug, NewStatements statements, UnaryOperator<FieldError> placed) {
        Vendor vendor = vendors.require(slug);
        List<FieldError> faults = StatementRules.faults(statements, today());
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.stream().map(placed).toList());
        }
        List<StatedStatement> entered = entered(statements, clock.instant());
        table.put(vendor.id(), entered);
        audit.record(
                "statements.enter",
                "vendor/" + slug,
                Map.of(
                        "fiscalYearEnds",
                        entered.stream().map(StatedStatement::fiscalYearEnd).toList(),
                        "source",
                        entered.getFirst().source()));
        return of(vendor.id());
    }

    /**
     * The same from a table with the years across and the lines down, or the other way round.
     *
     * @param mediaType {@link Sheets#CSV} or {@link Sheets#XLSX}
     * @throws Problem 400 naming sheet, row and column of each fault, 404 when there is no such vendor, or 413
     */
    @Transactional
    public StatedFinances enter(String slug, String mediaType, byte[] table) {
        vendors.require(slug);
        StatementSheet.Found found = StatementSheet.read(Sheets.read(mediaType, table));
        return enter(slug, found.statements(), found::placed);
    }

    /**
     * One that is over stays as it is.
     *
     * @throws Problem 404
     */
    @Transactional
    void remove(String slug, UUID id) {
        UUID vendor = vendors.require(slug).id();
        if (table.end(vendor, id, clock.instant(), caller.name())) {
            audit.record("statements.remove", "vendor/" + slug, Map.of("statement", id));
        } else if (!table.holds(vendor, id)) {
            throw Problem.notFound("statement", id);
        }
    }

    private List<StatedStatement> entered(NewStatements statements, Instant now) {
        List<StatedStatement> entered = new ArrayList<>();
        for (NewStatements.@Nullable Year year : Objects.requireNonNull(statements.years())) {
            NewStatements.Year sound = Objects.requireNonNull(year);
            entered.add(new StatedStatement(
                    Ids.next(),
                    Objects.requireNonNull(sound.fiscalYearEnd()),
                    inMillionsOfDollars(statements, Objects.requireNonNull(sound.lines())),
                    statements.currencyOrDollar(),
                    statements.rate(),
                    Objects.requireNonNullElse(statements.source(), "Entered by " + caller.name())
                            .strip(),
                    Objects.requireNonNullElse(statements.asOf(), today()),
                    statements.confidenceOrHalf(),
                    now,
                    caller.name()));
        }
        entered.sort(Comparator.comparing(StatedStatement::fiscalYearEnd));
        return entered;
    }

    private static Map<String, @Nullable Double> inMillionsOfDollars(
            NewStatements statements, Map<String, @Nullable Double> lines) {
        Statement told = Lines.statement(lines);
        double unit = statements.unitOrMillions().millions();
        Map<String, @Nullable Double> converted = new TreeMap<>();
        told.lines().forEach((line, value) -> converted.put(line.key(), value * factor(line, unit, statements.rate())));
        return converted;
    }

    private static double factor(Line line, double unit, double rate) {
        return switch (line.measure()) {
            case MONEY -> unit * rate;
            case SHARES -> unit;
            case PERCENT -> 1;
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
