package io.bellwether.platform;

import io.bellwether.platform.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Turns broken constraints into problems that name the field. */
public final class Violations {

    private Violations() {}

    /** A problem that names every field, in the order of their names. */
    public static Problem problem(Set<? extends ConstraintViolation<?>> violations) {
        return Problem.invalid(violations.stream()
                .map(violation -> new FieldError(pointer(violation), sentence(violation.getMessage())))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList());
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        for (int position = 0; position < nodes.size(); position++) {
            Path.Node node = nodes.get(position);
            if (node.getKind() == ElementKind.PARAMETER) {
                pointer.append(parameter(violation.getRootBeanClass(), nodes.get(position - 1), node));
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                pointer.append(step(node));
            }
        }
        return pointer.toString();
    }

    private static String step(Path.Node node) {
        String place = node.getIndex() != null
                ? "/" + node.getIndex()
                : node.getKey() != null ? "/" + escaped(node.getKey().toString()) : "";
        return node.getKind() == ElementKind.CONTAINER_ELEMENT ? place : place + "/" + escaped(node.getName());
    }

    /** The parameter's name in the request; nothing for the body, where pointers start. */
    private static String parameter(Class<?> resource, Path.Node methodNode, Path.Node parameterNode) {
        Class<?>[] types =
                methodNode.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        int index = parameterNode.as(Path.ParameterNode.class).getParameterIndex();
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.getName().equals(methodNode.getName()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), types))
                .map(Method::getParameterAnnotations)
                .flatMap(annotations -> RestParameters.name(annotations[index]).stream())
                .findFirst()
                .orElse("");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String sentence(String message) {
        return message.isEmpty()
                ? message
                : Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }
}
