@echo off
rem Starts Huitai with a JDK 25. Looked for in this order: HUITAI_JAVA (a JDK's folder), the runtime beside bin,
rem JAVA_HOME, the usual folders, the java on the PATH. Where there is none: one line that says so, and exit code 3.
rem HUITAI_OPTIONS may hold further options for the JVM, as -Xmx1500m for a heap above the usual 768 MB.
setlocal DisableDelayedExpansion
for %%I in ("%~dp0..") do set "HUITAI_HOME=%%~fI"
set "JDK="

if not defined HUITAI_JAVA goto runtime
call :fits "%HUITAI_JAVA%"
if defined JDK goto start
echo huitai: HUITAI_JAVA is not a JDK 25: "%HUITAI_JAVA%">&2
exit /b 3

:runtime
if exist "%HUITAI_HOME%\runtime\bin\java.exe" set "JDK=%HUITAI_HOME%\runtime"
if defined JDK goto start
if defined JAVA_HOME call :fits "%JAVA_HOME%"
if defined JDK goto start
for %%P in ("Eclipse Adoptium\jdk-25*" "Java\jdk-25*" "Microsoft\jdk-25*" "Zulu\zulu-25*" "Amazon Corretto\jdk25*") do (
    for /d %%D in ("%ProgramFiles%\%%~P") do if not defined JDK call :fits "%%~fD"
)
if defined JDK goto start
for /f "delims=" %%J in ('where java 2^>nul') do if not defined JDK for %%D in ("%%~dpJ..") do call :fits "%%~fD"
if defined JDK goto start
echo huitai: no JDK 25 found: install one, or name its folder in HUITAI_JAVA>&2
exit /b 3

:start
"%JDK%\bin\java.exe" --module-path "%HUITAI_HOME%\lib\javafx" --add-modules javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Xlog:disable -Xlog:all=warning:stderr -XX:+DisplayVMOutputToStderr -XX:+UseSerialGC -Xmx768m "-Dhuitai.home=%HUITAI_HOME%" %HUITAI_OPTIONS% -cp "%HUITAI_HOME%\lib\huitai.jar" io.huitai.Huitai %*
exit /b %ERRORLEVEL%

:fits
if not exist "%~1\bin\java.exe" exit /b
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b
