package dev.quell.screening;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.rules.Rules;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Builds the classifier, which knows no Spring. */
@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    Classifier classifier(ClassifierSettings settings, Environment environment) {
        List<CallerNumber> own = Binder.get(environment)
                .bind("quell.call.own-numbers", Bindable.listOf(String.class))
                .orElse(List.of())
                .stream()
                .map(CallerNumber::ofKey)
                .toList();
        return new Classifier(Rules.all(settings, own), Catalogue.shipped(), settings);
    }
}
