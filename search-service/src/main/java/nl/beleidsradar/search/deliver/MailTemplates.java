package nl.beleidsradar.search.deliver;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates in the folder {@code mail}: each kind of mail as HTML and as plain text. */
@Component
final class MailTemplates {

    private final SpringTemplateEngine html;
    private final SpringTemplateEngine text;

    MailTemplates(MailWording say) {
        html = engine(say, ".html", TemplateMode.HTML);
        text = engine(say, ".txt", TemplateMode.TEXT);
    }

    private static SpringTemplateEngine engine(MailWording say, String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver files =
                new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        files.setPrefix("mail/");
        files.setSuffix(suffix);
        files.setTemplateMode(mode);
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(say.messages());
        engine.setTemplateResolver(files);
        return engine;
    }

    MailMessage.Content write(String template, String subject, Map<String, Object> values) {
        Context context = new Context(MailWording.DUTCH, values);
        context.setVariable("subject", subject);
        return new MailMessage.Content(
                subject,
                html.process(template, context),
                text.process(template, context).replaceAll("\n{3,}", "\n\n").strip() + "\n");
    }
}
