package dev.quell.console.shell;

import dev.quell.security.SafeCookies;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Texts, languages and assets of the pages. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration implements WebMvcConfigurer {
    private static final String SUFFIX = "_en.properties";
    /** What is asked by programs and keeps no cookie. */
    private static final String[] INTERFACES = {"/api/**", "/asterisk/**", "/actuator/**", "/assets/**"};

    private final ObjectProvider<ShellMaker> shells;
    private final ObjectProvider<Preferences> preferences;

    ShellConfiguration(ObjectProvider<ShellMaker> shells, ObjectProvider<Preferences> preferences) {
        this.shells = shells;
        this.preferences = preferences;
    }

    @Bean
    static Preferences localeResolver(SafeCookies safe) {
        return new Preferences(safe);
    }

    /** The texts of every page: all files in {@code messages}. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames(basenames());
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Locale.ENGLISH);
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    private static String[] basenames() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .map(name -> "messages/" + name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the hash of an asset's content into its address, so that browsers may keep it for good; also on pages that tell of a failure. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.FORWARD);
        return filter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(preferences.getObject()).excludePathPatterns(INTERFACES);
        registry.addInterceptor(shells.getObject()).excludePathPatterns(INTERFACES);
        registry.addInterceptor(new AssetAge()).addPathPatterns("/assets/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/", "classpath:/META-INF/resources/webjars/")
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
