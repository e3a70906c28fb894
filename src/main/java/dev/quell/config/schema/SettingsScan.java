package dev.quell.config.schema;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the settings records on the class path. */
public final class SettingsScan {
    private SettingsScan() {}

    /** Every type in a package and below that carries {@link ConfigurationProperties}. */
    public static List<Class<?>> types(String basePackage) {
        ClassPathScanningCandidateComponentProvider provider = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isIndependent();
            }
        };
        provider.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> types = new ArrayList<>();
        for (BeanDefinition found : provider.findCandidateComponents(basePackage)) {
            String name = found.getBeanClassName();
            if (name != null) {
                types.add(ClassUtils.resolveClassName(name, SettingsScan.class.getClassLoader()));
            }
        }
        return types;
    }
}
