package io.bellwether;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.bellwether.MainClasses.ROOT;
import static io.bellwether.MainClasses.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may know which. */
class ArchitectureTest {

    /** Whoever adds a package adds its row; {@code (records)} opens a package's records alone. */
    private static final String MAY_IMPORT = """
            core      | core
            platform  | core
            vendor    | core platform
            probe     | core platform
            history   | core platform vendor
            fact      | core platform vendor
            slo       | core platform vendor history fact
            health    | core platform vendor history fact slo
            alert     | core platform vendor history fact slo health
            notify    | core platform vendor alert
            compat    | core platform alert notify
            review    | core platform vendor history fact slo health alert
            monitor   | core platform vendor probe history fact health alert
            watch     | core platform alert notify
            dashboard | core platform vendor probe history fact slo health alert notify review
            admin     | core platform vendor probe monitor history(records)
            config    | core platform vendor probe slo notify
            app       | core platform vendor probe history fact slo health alert notify review monitor dashboard admin config
            """;

    @ParameterizedTest(name = "{0} imports at most {1}")
    @CsvSource(delimiter = '|', textBlock = MAY_IMPORT)
    void packagesImportOnlyWhatTheirRowAllows(String name, String allowed) {
        var mayImport = Arrays.stream(allowed.split(" "))
                .map(ArchitectureTest::classesNamedBy)
                .reduce(
                        resideOutsideOfPackage(ROOT + "..").or(resideInAPackage(in(name))),
                        (one, other) -> one.or(other));

        classes()
                .that()
                .resideInAPackage(in(name))
                .should()
                .onlyDependOnClassesThat(mayImport)
                .check(MainClasses.ALL);
    }

    @Test
    void everyPackageHasItsRow() {
        var packages =
                MainClasses.ALL.getPackage(ROOT).getSubpackages().stream().map(JavaPackage::getRelativeName);

        assertThat(packages)
                .containsExactlyInAnyOrderElementsOf(MAY_IMPORT
                        .lines()
                        .map(row -> row.substring(0, row.indexOf('|')).strip())
                        .toList());
    }

    @Test
    void packagesDependOnEachOtherWithoutCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MainClasses.ALL);
    }

    @Test
    void everyPackageIsDescribedAndNullMarked() {
        assertThat(MainClasses.ALL.getPackage(ROOT).getSubpackagesInTree())
                .filteredOn(javaPackage -> !javaPackage.getClasses().isEmpty())
                .isNotEmpty()
                .allMatch(ArchitectureTest::isNullMarked);
    }

    @Test
    void noPackageIsADrawerForLeftovers() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..dto..", "..impl..", "..common..", "..helper..")
                .check(MainClasses.ALL);
    }

    private static DescribedPredicate<JavaClass> classesNamedBy(String token) {
        String name = token.replace("(records)", "");
        DescribedPredicate<JavaClass> inPackage = resideInAPackage(in(name));
        return token.equals(name)
                ? inPackage
                : inPackage.and(DescribedPredicate.describe("records", JavaClass::isRecord));
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }
}
