package dev.quell.e2e.stage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each scenario its {@link Scene}, in the world that its class names, and closes it afterwards. */
final class Scenes implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Scenes.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Scene.class, key -> new Scene(world(context), title(context)), Scene.class);
    }

    /** A new scene instead of one in which the scenario failed. */
    static Scene renewed(ExtensionContext context, Throwable failure) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        store.remove(Scene.class, Scene.class).end(Optional.of(failure));
        Scene scene = new Scene(world(context), title(context));
        store.put(Scene.class, scene);
        return scene;
    }

    /** The world that a scenario's class names, started if it is the first to ask. */
    static World world(ExtensionContext context) {
        InWorld inWorld = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), InWorld.class)
                .orElseThrow();
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(inWorld.value(), name -> WorldStart.of(settings(inWorld)), WorldStart.class)
                .world();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Scene scene = context.getStore(NAMESPACE).remove(Scene.class, Scene.class);
        if (scene != null) {
            scene.end(context.getExecutionException());
        }
    }

    private static Map<String, String> settings(InWorld inWorld) {
        return Arrays.stream(inWorld.settings())
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The method's name as words, with the arguments of a parameterised one. */
    private static String title(ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        String words = method.replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
        String display = context.getDisplayName();
        return display.startsWith(method) ? words : words + " (" + display + ")";
    }
}
