# Three images. Base images have no default: name the approved ones, by digest.
#   docker build --target application --build-arg JAVA_BASE=… -t sallyport .
#   docker build --target jobs        --build-arg JAVA_BASE=… -t sallyport-jobs .
#   docker build --target keycloak    --build-arg KEYCLOAK_BASE=… -t sallyport-keycloak .
# JAVA_BASE: a Java 17 runtime with bash (the health check uses it). First: ./mvnw package
ARG JAVA_BASE
ARG KEYCLOAK_BASE

FROM ${JAVA_BASE} AS application
COPY --chmod=0444 target/sallyport-*[0-9].jar /opt/sallyport/sallyport.jar
USER 10001:10001
EXPOSE 8443
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/opt/sallyport/sallyport.jar", "server"]

# SageMaker names the program: process, evaluate, scan
FROM ${JAVA_BASE} AS jobs
COPY --chmod=0444 target/sallyport-*-jobs.jar /opt/sallyport/sallyport.jar
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/opt/sallyport/sallyport.jar", "job"]

# What Keycloak fixes when it is built cannot be changed on a read-only root file system
FROM ${KEYCLOAK_BASE} AS keycloak
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --https-client-auth=request
COPY --chmod=0444 realm-config/sallyport-realm.json /opt/keycloak/data/import/sallyport-realm.json
COPY realm-config/themes/sallyport /opt/keycloak/themes/sallyport
