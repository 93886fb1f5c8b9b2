package io.bellwether.alert.voice;

import io.quarkus.qute.Expression;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a template names only what there is, and does nothing but tell it. */
final class TemplateCheck {

    private static final Set<String> OTHERWISE = Set.of("?:", "or");
    private static final String LOOP = "for";
    private static final String SIZE = "size";
    private static final Set<String> ABOUT_LOOP = Set.of("count", "index", "hasNext", "isLast", "isFirst");
    private static final int DEEPEST = 8;

    private final Map<String, KnownFact> known;
    private final List<TemplateFault> faults = new ArrayList<>();

    private TemplateCheck(List<KnownFact> known) {
        this.known = known.stream().collect(Collectors.toMap(KnownFact::name, fact -> fact));
    }

    /** What a template may name within a loop: its entries. */
    private record Scope(String alias, String list, int depth) {

        static final Scope OUTSIDE = new Scope("", "", 0);

        boolean inLoop() {
            return !list.isEmpty();
        }

        Scope deeper() {
            return new Scope(alias, list, depth + 1);
        }
    }

    /** @param known the facts of the rule at the moment */
    static List<TemplateFault> faults(SectionNode root, List<KnownFact> known) {
        TemplateCheck check = new TemplateCheck(known);
        check.blocks(root, Scope.OUTSIDE);
        return List.copyOf(check.faults);
    }

    private void blocks(SectionNode section, Scope scope) {
        for (SectionBlock block : section.getBlocks()) {
            Scope inside = scope;
            if (isLoop(section) && block == section.getBlocks().getFirst()) {
                inside = loop(block, scope);
            } else {
                block.expressions.values().forEach(expression -> expression(expression, scope));
            }
            for (TemplateNode node : block.nodes) {
                node(node, inside);
            }
        }
    }

    private void node(TemplateNode node, Scope scope) {
        if (node.isExpression()) {
            node.getExpressions().forEach(expression -> expression(expression, scope));
        } else if (node.isSection()) {
            if (scope.depth() == DEEPEST) {
                fault(node, "Sections are nested deeper than " + DEEPEST + ".");
                return;
            }
            blocks(node.asSection(), scope.deeper());
        } else if (node.kind() == TemplateNode.Kind.PARAM_DECLARATION) {
            fault(node, "A template declares no parameters: its facts are given.");
        }
    }

    private static boolean isLoop(SectionNode section) {
        return LOOP.equals(section.getName()) || "each".equals(section.getName());
    }

    private Scope loop(SectionBlock block, Scope scope) {
        if (scope.inLoop()) {
            fault(block.origin, "A loop within a loop is not possible.");
            return scope;
        }
        Expression over = block.expressions.get("iterable");
        KnownFact list = over == null ? null : known.get(over.toOriginalString());
        if (list == null || list.kind() != KnownFact.Kind.LIST) {
            fault(block.origin, "A loop goes over a list of facts; " + lists());
            return scope;
        }
        String alias = block.parameters.get("alias");
        return new Scope(alias == null || alias.startsWith("$") ? "it" : alias, list.name(), scope.depth());
    }

    private void expression(Expression expression, Scope scope) {
        if (expression.isLiteral()) {
            return;
        }
        if (expression.hasNamespace()) {
            fault(expression.getOrigin(), "'" + expression.toOriginalString() + "' is no fact; " + names(scope));
            return;
        }
        List<String> path = new ArrayList<>();
        for (Expression.Part part : expression.getParts()) {
            if (!part.isVirtualMethod()) {
                path.add(part.getName());
            } else if (OTHERWISE.contains(part.getName())) {
                part.asVirtualMethod().getParameters().forEach(other -> expression(other, scope));
            } else {
                fault(
                        expression.getOrigin(),
                        "'" + part.getName() + "' cannot be called: a template only tells facts.");
                return;
            }
        }
        if (!isKnown(path, scope)) {
            fault(expression.getOrigin(), "There is no fact '" + String.join(".", path) + "'; " + names(scope));
        }
    }

    private boolean isKnown(List<String> path, Scope scope) {
        String name = String.join(".", path);
        if (path.size() == 1) {
            return known.containsKey(name) || (scope.inLoop() && isAboutLoop(name, scope));
        }
        if (path.size() != 2) {
            return false;
        }
        KnownFact fact = known.get(path.getFirst());
        boolean sizeOfList = fact != null
                && fact.kind() == KnownFact.Kind.LIST
                && path.getLast().equals(SIZE);
        boolean field = scope.inLoop()
                && path.getFirst().equals(scope.alias())
                && known.containsKey(scope.list() + "." + path.getLast());
        return sizeOfList || field;
    }

    private static boolean isAboutLoop(String name, Scope scope) {
        String prefix = scope.alias() + "_";
        return name.startsWith(prefix) && ABOUT_LOOP.contains(name.substring(prefix.length()));
    }

    private String names(Scope scope) {
        Set<String> names = new TreeSet<>();
        known.values().stream()
                .filter(fact -> !fact.isField())
                .map(KnownFact::name)
                .forEach(names::add);
        if (scope.inLoop()) {
            known.keySet().stream()
                    .filter(name -> name.startsWith(scope.list() + "."))
                    .map(name -> scope.alias() + name.substring(scope.list().length()))
                    .forEach(names::add);
        }
        return "these are known here: " + String.join(", ", names) + ".";
    }

    private String lists() {
        String lists = known.values().stream()
                .filter(fact -> fact.kind() == KnownFact.Kind.LIST)
                .map(KnownFact::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return lists.isEmpty() ? "this rule has none." : "this rule has " + lists + ".";
    }

    private void fault(TemplateNode node, String detail) {
        fault(node.getOrigin(), detail);
    }

    private void fault(TemplateNode.Origin origin, String detail) {
        faults.add(new TemplateFault(Math.max(1, origin.getLine()), detail));
    }
}
