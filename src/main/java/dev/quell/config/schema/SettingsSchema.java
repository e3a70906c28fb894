package dev.quell.config.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * All keys that settings records declare, as one tree.
 *
 * @param root the tree's root; the first level is {@code quell} alone
 * @param records the settings records by prefix
 */
public record SettingsSchema(Setting.Section root, Map<String, Setting.Section> records) {
    /** The tree of some settings records; none of them may be anything but a record with {@link ConfigurationProperties}. */
    public static SettingsSchema of(Collection<Class<?>> types) {
        Map<String, Setting> tree = new LinkedHashMap<>();
        Map<String, Setting.Section> records = new TreeMap<>();
        for (Class<?> type : types) {
            String prefix = prefixOf(type);
            Setting.Section section = section(Bindable.of(type), true, type);
            records.put(prefix, section);
            graft(tree, prefix.split("\\."), 0, section);
        }
        return new SettingsSchema(branch(tree), records);
    }

    private static String prefixOf(Class<?> type) {
        ConfigurationProperties mark = AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        if (mark == null || !type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " must be a record with @ConfigurationProperties");
        }
        return mark.prefix();
    }

    private static void graft(Map<String, Setting> tree, String[] path, int depth, Setting.Section section) {
        Map<String, Setting> below = new LinkedHashMap<>();
        if (tree.get(path[depth]) instanceof Setting.Section there) {
            below.putAll(there.parts());
        }
        if (depth + 1 < path.length) {
            graft(below, path, depth + 1, section);
        } else {
            below.putAll(section.parts());
        }
        tree.put(path[depth], branch(below));
    }

    private static Setting.Section branch(Map<String, Setting> parts) {
        return new Setting.Section(Bindable.of(Object.class), false, parts);
    }

    private static Setting.Section section(Bindable<?> target, boolean required, Class<?> type) {
        Map<String, Setting> parts = new LinkedHashMap<>();
        Parameter[] parameters = canonicalConstructor(type).getParameters();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            boolean needed = required(components[i], parameters[i]);
            ResolvableType partType = ResolvableType.forType(components[i].getGenericType());
            Bindable<?> part = Bindable.of(partType).withAnnotations(parameters[i].getAnnotations());
            parts.put(keyOf(components[i], parameters[i]), setting(part, needed));
        }
        return new Setting.Section(target, required, parts);
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type.getName(), e);
        }
    }

    private static String keyOf(RecordComponent component, Parameter parameter) {
        Name name = parameter.getAnnotation(Name.class);
        return name != null ? name.value() : DataObjectPropertyName.toDashedForm(component.getName());
    }

    private static boolean required(RecordComponent component, Parameter parameter) {
        return !parameter.isAnnotationPresent(DefaultValue.class)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && component.getType() != Optional.class;
    }

    private static Setting setting(Bindable<?> target, boolean required) {
        ResolvableType type = target.getType();
        Class<?> raw = type.toClass();
        if (raw == Optional.class) {
            return setting(Bindable.of(type.getGeneric(0)), false);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return new Setting.Entries(
                    target, required, setting(Bindable.of(type.asMap().getGeneric(1)), true));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            Bindable<?> element = Bindable.of(type.asCollection().getGeneric(0));
            return new Setting.Items(target, required, setting(element, true));
        }
        return raw.isRecord() ? section(target, required, raw) : new Setting.Value(target, required);
    }
}
