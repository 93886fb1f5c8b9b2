package io.bellwether;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.bellwether.MainClasses.ROOT;
import static io.bellwether.MainClasses.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What no class may do, wherever it lives. */
class CodingRulesTest {

    /** Quarkus asks identities of beans with these types, and the types answer with a {@code Uni}. */
    private static final Set<String> SECURITY_INTERFACES = Set.of(
            "io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism",
            "io.quarkus.security.identity.IdentityProvider",
            "io.quarkus.security.identity.SecurityIdentityAugmentor");

    @Test
    void coreKnowsNothingButValues() {
        check(classes()
                .that()
                .resideInAPackage(in("core"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        in("core"),
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "com.google.re2j",
                        "java.time..",
                        "java.math",
                        // Text becomes bytes only by the name of an encoding.
                        "java.nio.charset",
                        "org.jspecify.annotations")));
    }

    @Test
    void coreReachesNeitherTheProcessNorAClockNorChance() {
        check(noClasses()
                .that()
                .resideInAPackage(in("core"))
                .should()
                .dependOnClassesThat(named(
                        "java.lang.System",
                        "java.lang.Runtime",
                        "java.lang.Process",
                        "java.lang.ProcessBuilder",
                        "java.lang.Thread",
                        "java.lang.ClassLoader",
                        "java.util.Timer",
                        "java.util.Random",
                        "java.time.Clock",
                        "java.time.InstantSource"))
                .orShould()
                .callMethod(Math.class, "random"));
    }

    @Test
    void theTimeComesFromTheInjectedClock() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".platform.ClockProducer")
                .and()
                // The demo's world is there before the container that injects.
                .doNotHaveFullyQualifiedName(ROOT + ".app.Main")
                .should()
                .accessTargetWhere(describe("reads the system's clock", CodingRulesTest::readsTheSystemClock)));
    }

    @Test
    void entitiesAreRowsThatOnlyTheirPackageSees() {
        check(classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveSimpleNameEndingWith("Row")
                .andShould()
                .bePackagePrivate());
    }

    @Test
    void noResourceShowsAnEntity() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should(notHaveInTheirSignature(describe("an entity", type -> type.isAnnotatedWith(Entity.class)))));
    }

    @Test
    void nothingOfOursIsReactive() {
        check(methods()
                .that(describe("are ours to shape", method -> !isRequiredByQuarkusSecurity(method)))
                .should(notHaveInTheirSignature(named("io.smallrye.mutiny.Uni", "io.smallrye.mutiny.Multi"))));
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        check(noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .orShould()
                .beAnnotatedWith(PersistenceContext.class));
    }

    @Test
    void onlyPlatformKnowsTheJsonLibrary() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(in("platform"))
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.databind..")));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MainClasses.ALL);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe(
                "named " + String.join(" or ", names), type -> Set.of(names).contains(type.getName()));
    }

    private static boolean readsTheSystemClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        return switch (owner) {
            case "java.time.Clock" -> member.startsWith("system") || member.startsWith("tick");
            case "java.time.InstantSource" -> member.equals("system");
            case "java.lang.System" -> member.equals("currentTimeMillis");
            case "java.util.Date" ->
                member.equals("<init>") && !access.getDescription().contains("<init>(long)");
            case "java.util.Calendar" -> member.equals("getInstance");
            default ->
                owner.startsWith("java.time.")
                        && member.equals("now")
                        && !access.getDescription().contains("(java.time.Clock)");
        };
    }

    private static boolean isRequiredByQuarkusSecurity(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.getPackageName().startsWith(ROOT + ".platform")
                && SECURITY_INTERFACES.stream().anyMatch(owner::isAssignableTo);
    }

    private static ArchCondition<JavaMethod> notHaveInTheirSignature(DescribedPredicate<JavaClass> forbidden) {
        return new ArchCondition<>("not have in their signature " + forbidden.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(forbidden)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " has " + type.getSimpleName() + " in its signature")));
            }
        };
    }
}
