package dev.quell.screening;

import dev.quell.call.CallSettings;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.traffic.TrafficSettings;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the classifier, which knows no Spring. */
@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    Classifier classifier(ClassifierSettings settings, CallSettings calls, ObjectProvider<TrafficSettings> traffic) {
        return Classifiers.of(settings, calls, Optional.ofNullable(traffic.getIfAvailable()));
    }
}
