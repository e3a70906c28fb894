package dev.quell.console.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Texts, languages and assets of the pages. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration implements WebMvcConfigurer {
    private static final String SUFFIX = "_en.properties";
    private static final Duration YEAR = Duration.ofDays(365);
    /** What is asked by programs and keeps no cookie. */
    private static final String[] INTERFACES = {"/api/**", "/asterisk/**", "/actuator/**", "/assets/**"};

    private final ObjectProvider<ShellMaker> shells;
    private final ObjectProvider<Preferences> preferences;

    ShellConfiguration(ObjectProvider<ShellMaker> shells, ObjectProvider<Preferences> preferences) {
        this.shells = shells;
        this.preferences = preferences;
    }

    @Bean
    static Preferences localeResolver() {
        return new Preferences();
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

    /** Puts the hash of an asset's content into its address, so that browsers may keep it for good. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(preferences.getObject()).excludePathPatterns(INTERFACES);
        registry.addInterceptor(shells.getObject()).excludePathPatterns(INTERFACES);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/", "classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
