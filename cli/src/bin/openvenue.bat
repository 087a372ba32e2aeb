@echo off
rem Starts openvenue with the Java of JAVA_HOME, or else that of the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %OPENVENUE_JAVA_OPTIONS% -jar "%~dp0..\openvenue.jar" %*
