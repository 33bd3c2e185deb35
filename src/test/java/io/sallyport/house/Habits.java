package io.sallyport.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.sallyport.authority.Permitted;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RequestMapping;

/** How a class of the product is written, whatever it does. */
public final class Habits {

  /** Where time and randomness come in; all others are given a clock and a generator. */
  private static final Set<String> SOURCES =
      Set.of(
          "io.sallyport.custody.CustodyConfiguration",
          "io.sallyport.cli.CliCommand",
          "io.sallyport.cli.DeviceLogin");

  /** Where an id is made that means nothing: nobody decides, sorts or looks anything up by it. */
  private static final Set<String> MAKE_IDS =
      Set.of(
          "io.sallyport.aws.serving.InvokePermissions",
          "io.sallyport.deployment.Predictions",
          "io.sallyport.web.LoginRecorded",
          "io.sallyport.workflow.engine.NodeLocks");

  private static final Set<String> READS_THE_CLOCK =
      Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

  /** Each with the reason; {@code HabitsTest} shows that each can fail. */
  public static final List<ArchRule> ALL =
      List.of(
          classes()
              .that()
              .areAssignableTo(JavaDelegate.class)
              .or()
              .areMetaAnnotatedWith(Controller.class)
              .should()
              .bePackagePrivate()
              .because("the engine and the browser call them, no class does"),
          classes()
              .that()
              .areMetaAnnotatedWith(Repository.class)
              .and()
              .arePublic()
              .should()
              .resideInAPackage("io.sallyport.*.*")
              .allowEmptyShould(true)
              .because("a table is its part's own: no class of another part asks it"),
          methods()
              .that()
              .areMetaAnnotatedWith(RequestMapping.class)
              .should(declareAPermission())
              .because("a handler without one answers nobody (AC-3)"),
          noFields()
              .should()
              .beAnnotatedWith(Autowired.class)
              .orShould()
              .beAnnotatedWith(Value.class)
              .because("a bean is given its parts by its constructor"),
          noFields()
              .that()
              .areStatic()
              .should()
              .notBeFinal()
              .because("static state is shared by everything and owned by nothing"),
          noClasses()
              .should(extendOneOfOurs())
              .because("a class is made of others; it does not inherit from them"),
          noClasses()
              .should()
              .dependOnClassesThat()
              .resideInAPackage("java.lang.reflect..")
              .because("what is called shows in the code that calls"),
          noClasses()
              .that(describe("are no source of time", type -> !SOURCES.contains(type.getName())))
              .should()
              .accessTargetWhere(isTimeOrRandomnessOfOnesOwn())
              .because("a test gives the clock and the generator"),
          noClasses()
              .that(describe("make no ids", type -> !MAKE_IDS.contains(type.getName())))
              .should()
              .callMethod(UUID.class, "randomUUID")
              .because("an id that means something is derived, or drawn from the generator given"),
          noMethods()
              .that()
              .areDeclaredInClassesThat()
              .areAssignableTo(Record.class)
              .should()
              .haveNameMatching("get[A-Z].*")
              .because("a component of a record is called by its name"));

  private Habits() {}

  private static ArchCondition<JavaMethod> declareAPermission() {
    return new ArchCondition<>("declare a permission, or its class does") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean declared =
            method.isMetaAnnotatedWith(Permitted.class)
                || method.getOwner().isMetaAnnotatedWith(Permitted.class);
        events.add(new SimpleConditionEvent(method, declared, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaClass> extendOneOfOurs() {
    return new ArchCondition<>("extend one of our own classes") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaClass above = type.getRawSuperclass().orElse(type);
        boolean ours = !above.equals(type) && isOurs(above) && !isConstantOfAnEnum(type);
        events.add(new SimpleConditionEvent(type, ours, type.getName() + " extends " + above));
      }
    };
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("io.sallyport")
        || type.getPackageName().equals("planted");
  }

  private static boolean isConstantOfAnEnum(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.ENUM)
        || type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
  }

  private static DescribedPredicate<JavaAccess<?>> isTimeOrRandomnessOfOnesOwn() {
    return describe(
        "reads a clock or makes a generator of its own",
        access -> {
          AccessTarget target = access.getTarget();
          String owner = target.getOwner().getName();
          boolean clock =
              (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
                  && READS_THE_CLOCK.contains(target.getName());
          boolean random =
              owner.equals("java.util.Random")
                  || (owner.equals("java.security.SecureRandom")
                      && target.getName().equals("<init>"))
                  || owner.equals("java.util.concurrent.ThreadLocalRandom")
                  || (owner.equals("java.lang.Math") && target.getName().equals("random"));
          return clock || random;
        });
  }
}
