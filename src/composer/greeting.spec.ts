import { describe, expect, test } from '@jest/globals';
import { locales } from '../common/locale.js';
import { greetingFor } from './greeting.js';

/**
 * One row of a list each: its name, its salutation (∅ where there is none), and the greeting of letters in
 * German, English, French, Polish and Dutch. Polish letters name nobody: names would have to be inflected.
 */
const table = `
Anna Berg | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Jürgen Groß | Herr | Sehr geehrter Herr Groß | Dear Mr Groß | Bonjour Monsieur Groß | Szanowny Panie | Geachte heer Groß
Jo Smith | mr. | Sehr geehrter Herr Smith | Dear Mr Smith | Bonjour Monsieur Smith | Szanowny Panie | Geachte heer Smith
Ada Smith | MRS | Sehr geehrte Frau Smith | Dear Mrs Smith | Bonjour Madame Smith | Szanowna Pani | Geachte mevrouw Smith
Berg | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Anna Maria Berg | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Hans-Peter Müller | Hr. | Sehr geehrter Herr Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
Karl Maria Weber | Herrn | Sehr geehrter Herr Weber | Dear Mr Weber | Bonjour Monsieur Weber | Szanowny Panie | Geachte heer Weber
J. Berg | Fr. | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
John F. Kennedy | Mr | Sehr geehrter Herr Kennedy | Dear Mr Kennedy | Bonjour Monsieur Kennedy | Szanowny Panie | Geachte heer Kennedy
Anna von der Tann | Frau | Sehr geehrte Frau von der Tann | Dear Ms von der Tann | Bonjour Madame von der Tann | Szanowna Pani | Geachte mevrouw Von der Tann
Ludwig van Beethoven | Herr | Sehr geehrter Herr van Beethoven | Dear Mr van Beethoven | Bonjour Monsieur van Beethoven | Szanowny Panie | Geachte heer Van Beethoven
Sanne de Vries | mevrouw | Sehr geehrte Frau de Vries | Dear Ms de Vries | Bonjour Madame de Vries | Szanowna Pani | Geachte mevrouw De Vries
Piet van den Berg | De heer | Sehr geehrter Herr van den Berg | Dear Mr van den Berg | Bonjour Monsieur van den Berg | Szanowny Panie | Geachte heer Van den Berg
Charles de Gaulle | Monsieur | Sehr geehrter Herr de Gaulle | Dear Mr de Gaulle | Bonjour Monsieur de Gaulle | Szanowny Panie | Geachte heer De Gaulle
Ana García López | Frau | Sehr geehrte Frau García López | Dear Ms García López | Bonjour Madame García López | Szanowna Pani | Geachte mevrouw García López
García Márquez | Herr | Sehr geehrter Herr García Márquez | Dear Mr García Márquez | Bonjour Monsieur García Márquez | Szanowny Panie | Geachte heer García Márquez
Karl Graf von Hohenberg | Herr | Sehr geehrter Herr Graf von Hohenberg | Dear Mr Graf von Hohenberg | Bonjour Monsieur Graf von Hohenberg | Szanowny Panie | Geachte heer Graf von Hohenberg
Xiu Ying | Frau | Sehr geehrte Frau Xiu Ying | Dear Ms Xiu Ying | Bonjour Madame Xiu Ying | Szanowna Pani | Geachte mevrouw Xiu Ying
Juergen Gross | Herr | Sehr geehrter Herr Gross | Dear Mr Gross | Bonjour Monsieur Gross | Szanowny Panie | Geachte heer Gross
Müller, Hans | Herr | Sehr geehrter Herr Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
Müller, Dr. Hans | Herr | Sehr geehrter Herr Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Müller Anna | Frau | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
Anna Berg, M.A. | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Anna Berg (Stadt Köln) | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Anna Berg, Stadt Köln | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Martin Anna | Frau | Sehr geehrte Frau Martin | Dear Ms Martin | Bonjour Madame Martin | Szanowna Pani | Geachte mevrouw Martin
Anna | Frau | Guten Tag Anna | Dear Anna | Bonjour Anna | Dzień dobry | Goedendag Anna
Martin | Frau | Sehr geehrte Frau Martin | Dear Ms Martin | Bonjour Madame Martin | Szanowna Pani | Geachte mevrouw Martin
Martin | Herr | Sehr geehrter Herr Martin | Dear Mr Martin | Bonjour Monsieur Martin | Szanowny Panie | Geachte heer Martin
Berg | Frau Prof. Dr. | Sehr geehrte Frau Prof. Dr. Berg | Dear Professor Berg | Bonjour Professeure Berg | Szanowna Pani Profesor | Geachte professor Berg
Müller | Sehr geehrter Herr Dr. | Sehr geehrter Herr Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Dr. Müller | Frau Dr. | Sehr geehrte Frau Dr. Müller | Dear Dr Müller | Bonjour Docteure Müller | Szanowna Pani Doktor | Geachte doctor Müller
Prof. Dr. Müller | Frau Dr. | Sehr geehrte Frau Prof. Dr. Müller | Dear Professor Müller | Bonjour Professeure Müller | Szanowna Pani Profesor | Geachte professor Müller
Dr. Müller | Frau Prof. | Sehr geehrte Frau Prof. Dr. Müller | Dear Professor Müller | Bonjour Professeure Müller | Szanowna Pani Profesor | Geachte professor Müller
Prof. Dr. med. Hans Müller | Herr | Sehr geehrter Herr Prof. Dr. med. Müller | Dear Professor Müller | Bonjour Professeur Müller | Szanowny Panie Profesorze | Geachte professor Müller
Dr. Dr. Müller | Herr | Sehr geehrter Herr Dr. Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Dr. h. c. Anna Berg | Frau | Sehr geehrte Frau Dr. h. c. Berg | Dear Dr Berg | Bonjour Docteure Berg | Szanowna Pani Doktor | Geachte doctor Berg
Dr.-Ing. Jan Vos | Herr | Sehr geehrter Herr Dr.-Ing. Vos | Dear Dr Vos | Bonjour Docteur Vos | Szanowny Panie Doktorze | Geachte doctor Vos
Dr.Müller | Herr | Sehr geehrter Herr Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Müller | Herr Professor | Sehr geehrter Herr Professor Müller | Dear Professor Müller | Bonjour Professeur Müller | Szanowny Panie Profesorze | Geachte professor Müller
Anna Berg | Dr. | Guten Tag Dr. Anna Berg | Dear Dr. Anna Berg | Bonjour Dr. Anna Berg | Dzień dobry | Goedendag Dr. Anna Berg
Smith | Dear Professor | Guten Tag Professor Smith | Dear Professor Smith | Bonjour Professor Smith | Dzień dobry | Goedendag Professor Smith
Mag. Eva Huber | Frau | Sehr geehrte Frau Mag. Huber | Dear Ms Huber | Bonjour Madame Huber | Szanowna Pani | Geachte mevrouw Huber
Eva Lis | Pani Doktor | Sehr geehrte Frau Doktor Lis | Dear Dr Lis | Bonjour Docteure Lis | Szanowna Pani Doktor | Geachte doctor Lis
∅ | Herr Professor | Sehr geehrter Herr Professor | Hello | Bonjour | Dzień dobry | Goedendag
Müller | Sehr geehrte Frau | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
Müller | Sehr geehrter Herr | Sehr geehrter Herr Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
Müller | Herr Bürgermeister | Sehr geehrter Herr Bürgermeister Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
∅ | Herr Bürgermeister | Sehr geehrter Herr Bürgermeister | Hello | Bonjour | Dzień dobry | Goedendag
Anna Berg | Frau Oberbürgermeisterin Dr. | Sehr geehrte Frau Oberbürgermeisterin Dr. Berg | Dear Dr Berg | Bonjour Docteure Berg | Szanowna Pani Doktor | Geachte doctor Berg
Bürgermeister Hans Müller | Herr | Sehr geehrter Herr Bürgermeister Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
Anna Berg | Liebe Frau | Liebe Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Anna Berg | Liebe Frau Bürgermeisterin, | Liebe Frau Bürgermeisterin | Liebe Frau Bürgermeisterin | Liebe Frau Bürgermeisterin | Liebe Frau Bürgermeisterin | Liebe Frau Bürgermeisterin
Anna Berg | Hallo | Hallo Anna Berg | Dear Anna Berg | Bonjour Anna Berg | Dzień dobry | Goedendag Anna Berg
Anna Berg | Liebe | Liebe Anna Berg | Dear Anna Berg | Bonjour Anna Berg | Dzień dobry | Goedendag Anna Berg
Anna Berg | Guten Tag | Guten Tag Anna Berg | Dear Anna Berg | Bonjour Anna Berg | Dzień dobry | Goedendag Anna Berg
Anna Berg | Hallo Frau | Hallo Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Berg | Dear Ms | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Dupont | Madame la Maire | Sehr geehrte Frau Dupont | Dear Ms Dupont | Bonjour Madame la Maire | Szanowna Pani | Geachte mevrouw Dupont
Anna Berg | Hallo Anna! | Hallo Anna | Hallo Anna | Hallo Anna | Hallo Anna | Hallo Anna
Anna Berg | Liebes Mitglied | Liebes Mitglied | Liebes Mitglied | Liebes Mitglied | Liebes Mitglied | Liebes Mitglied
Frau Müller | Frau | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
Frau Müller | ∅ | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
Frau Müller | Herr | Guten Tag Müller | Dear Müller | Bonjour Müller | Dzień dobry | Goedendag Müller
Müller | Frau Müller | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
Anna Müller | Frau Müller | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
∅ | Frau Müller | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
∅ | Herrn Hans Müller | Sehr geehrter Herr Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
Herr Dr. Müller | Herr Dr. | Sehr geehrter Herr Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Anna Müller | Anna Müller | Guten Tag Anna Müller | Dear Anna Müller | Bonjour Anna Müller | Dzień dobry | Goedendag Anna Müller
Müller | Herr und Frau | Sehr geehrter Herr Müller, sehr geehrte Frau Müller | Dear Mr Müller and Ms Müller | Bonjour Monsieur Müller, bonjour Madame Müller | Szanowni Państwo | Geachte heer Müller, geachte mevrouw Müller
Hans und Anna Müller | Herr und Frau | Sehr geehrter Herr Müller, sehr geehrte Frau Müller | Dear Mr Müller and Ms Müller | Bonjour Monsieur Müller, bonjour Madame Müller | Szanowni Państwo | Geachte heer Müller, geachte mevrouw Müller
Anna und Hans Müller | Herr und Frau | Sehr geehrter Herr Müller, sehr geehrte Frau Müller | Dear Mr Müller and Ms Müller | Bonjour Monsieur Müller, bonjour Madame Müller | Szanowni Państwo | Geachte heer Müller, geachte mevrouw Müller
Anna Berg und Jo Smith | Frau und Herr | Sehr geehrte Frau Berg, sehr geehrter Herr Smith | Dear Ms Berg and Mr Smith | Bonjour Madame Berg, bonjour Monsieur Smith | Szanowni Państwo | Geachte mevrouw Berg, geachte heer Smith
Müller | Herr Dr. und Frau | Sehr geehrter Herr Dr. Müller, sehr geehrte Frau Müller | Dear Mr Müller and Ms Müller | Bonjour Monsieur Müller, bonjour Madame Müller | Szanowni Państwo | Geachte heer Müller, geachte mevrouw Müller
Herr und Frau Müller | ∅ | Sehr geehrter Herr Müller, sehr geehrte Frau Müller | Dear Mr Müller and Ms Müller | Bonjour Monsieur Müller, bonjour Madame Müller | Szanowni Państwo | Geachte heer Müller, geachte mevrouw Müller
Hans und Anna | Herr und Frau | Guten Tag Hans und Anna | Dear Hans and Anna | Bonjour Hans et Anna | Dzień dobry | Goedendag Hans en Anna
Hans und Anna Müller | ∅ | Guten Tag Hans und Anna Müller | Dear Hans and Anna Müller | Bonjour Hans et Anna Müller | Dzień dobry | Goedendag Hans en Anna Müller
Smith | Mr and Mrs | Sehr geehrter Herr Smith, sehr geehrte Frau Smith | Dear Mr Smith and Mrs Smith | Bonjour Monsieur Smith, bonjour Madame Smith | Szanowni Państwo | Geachte heer Smith, geachte mevrouw Smith
Eva Lis & Ada Lis | Frau u. Frau | Sehr geehrte Frau Lis, sehr geehrte Frau Lis | Dear Ms Lis and Ms Lis | Bonjour Madame Lis, bonjour Madame Lis | Szanowni Państwo | Geachte mevrouw Lis, geachte mevrouw Lis
Müller | Familie | Sehr geehrte Familie Müller | Dear Müller family | Bonjour à la famille Müller | Szanowni Państwo | Geachte familie Müller
Familie Müller | ∅ | Sehr geehrte Familie Müller | Dear Müller family | Bonjour à la famille Müller | Szanowni Państwo | Geachte familie Müller
Hans Müller | Eheleute | Sehr geehrte Eheleute Müller | Dear Müller family | Bonjour à la famille Müller | Szanowni Państwo | Geachte familie Müller
Dupont | Monsieur et Madame | Sehr geehrter Herr Dupont, sehr geehrte Frau Dupont | Dear Mr Dupont and Ms Dupont | Bonjour Monsieur Dupont, bonjour Madame Dupont | Szanowni Państwo | Geachte heer Dupont, geachte mevrouw Dupont
Vos | De heer en mevrouw | Sehr geehrter Herr Vos, sehr geehrte Frau Vos | Dear Mr Vos and Ms Vos | Bonjour Monsieur Vos, bonjour Madame Vos | Szanowni Państwo | Geachte heer Vos, geachte mevrouw Vos
Anna und Hans Müller | Frau | Guten Tag Anna und Hans Müller | Dear Anna and Hans Müller | Bonjour Anna et Hans Müller | Dzień dobry | Goedendag Anna en Hans Müller
∅ | Herr und Frau | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Stadtverwaltung Musterstadt | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Musikverein Harmonie e.V. | Herr | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Stadt Köln | Firma | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Müller GmbH | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Mairie de Lille | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Gmina Opole | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Gemeente Utrecht | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Oxford City Council | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
∅ | Sehr geehrte Damen und Herren | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Musterverein | Damen und Herren | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Redaktion | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Städtepartnerschaftsverein Olpe | - | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Kim Berg | ∅ | Guten Tag Kim Berg | Dear Kim Berg | Bonjour Kim Berg | Dzień dobry | Goedendag Kim Berg
Kim Berg | divers | Guten Tag Kim Berg | Dear Kim Berg | Bonjour Kim Berg | Dzień dobry | Goedendag Kim Berg
Kim Berg | Herr/Frau | Guten Tag Kim Berg | Dear Kim Berg | Bonjour Kim Berg | Dzień dobry | Goedendag Kim Berg
Kim Berg | Sehr geehrte/r Frau/Herr | Guten Tag Kim Berg | Dear Kim Berg | Bonjour Kim Berg | Dzień dobry | Goedendag Kim Berg
Kim Berg | keine Angabe | Guten Tag Kim Berg | Dear Kim Berg | Bonjour Kim Berg | Dzień dobry | Goedendag Kim Berg
Anna Berg | w | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Berg, Kim | ∅ | Guten Tag Kim Berg | Dear Kim Berg | Bonjour Kim Berg | Dzień dobry | Goedendag Kim Berg
Dr. Kim Berg | ∅ | Guten Tag Dr. Kim Berg | Dear Dr. Kim Berg | Bonjour Dr. Kim Berg | Dzień dobry | Goedendag Dr. Kim Berg
∅ | ∅ | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
 | Frau | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
∅ | Frau Dr. | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
∅ | Sehr geehrte Frau | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
- | Frau | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
N. N. | Herr | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
https://evil.example/ | ∅ | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
Gewinn auf evil.example | Frau | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
Anna Berg | Liebe, siehe www.evil.example | Guten Tag Anna Berg | Dear Anna Berg | Bonjour Anna Berg | Dzień dobry | Goedendag Anna Berg
Jean Morel | Monsieur | Sehr geehrter Herr Morel | Dear Mr Morel | Bonjour Monsieur Morel | Szanowny Panie | Geachte heer Morel
Ewa Lis | Pani | Sehr geehrte Frau Lis | Dear Ms Lis | Bonjour Madame Lis | Szanowna Pani | Geachte mevrouw Lis
Kowalski | Szanowny Pan | Sehr geehrter Herr Kowalski | Dear Mr Kowalski | Bonjour Monsieur Kowalski | Szanowny Panie | Geachte heer Kowalski
MÜLLER, HANS | HERR | Sehr geehrter Herr MÜLLER | Dear Mr MÜLLER | Bonjour Monsieur MÜLLER | Szanowny Panie | Geachte heer MÜLLER
Prof. Anna Berg | Madame | Sehr geehrte Frau Prof. Berg | Dear Professor Berg | Bonjour Professeure Berg | Szanowna Pani Profesor | Geachte professor Berg
Peter Paul | Herr | Sehr geehrter Herr Paul | Dear Mr Paul | Bonjour Monsieur Paul | Szanowny Panie | Geachte heer Paul
de Vries | Frau | Sehr geehrte Frau de Vries | Dear Ms de Vries | Bonjour Madame de Vries | Szanowna Pani | Geachte mevrouw De Vries
Person 1 | Frau | Sehr geehrte Frau Person 1 | Dear Ms Person 1 | Bonjour Madame Person 1 | Szanowna Pani | Geachte mevrouw Person 1
Anna Berg | Frau Dr | Sehr geehrte Frau Dr. Berg | Dear Dr Berg | Bonjour Docteure Berg | Szanowna Pani Doktor | Geachte doctor Berg
Weber | Hr. Dr. | Sehr geehrter Herr Dr. Weber | Dear Dr Weber | Bonjour Docteur Weber | Szanowny Panie Doktorze | Geachte doctor Weber
Anna Berg | Frau Prof.Dr. | Sehr geehrte Frau Prof. Dr. Berg | Dear Professor Berg | Bonjour Professeure Berg | Szanowna Pani Profesor | Geachte professor Berg
Dr. med. Dr. h.c. Weber | Herr | Sehr geehrter Herr Dr. med. Dr. h.c. Weber | Dear Dr Weber | Bonjour Docteur Weber | Szanowny Panie Doktorze | Geachte doctor Weber
∅ | Sehr geehrte Frau Dr. | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
∅ | Prof. Dr. | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
Berg | Sehr geehrte Herren | Sehr geehrte Herren | Sehr geehrte Herren | Sehr geehrte Herren | Sehr geehrte Herren | Sehr geehrte Herren
Müller | Hr. u. Fr. | Sehr geehrter Herr Müller, sehr geehrte Frau Müller | Dear Mr Müller and Ms Müller | Bonjour Monsieur Müller, bonjour Madame Müller | Szanowni Państwo | Geachte heer Müller, geachte mevrouw Müller
Müller | Fam. | Sehr geehrte Familie Müller | Dear Müller family | Bonjour à la famille Müller | Szanowni Państwo | Geachte familie Müller
Berg | Damen u. Herren | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Berg | Sir | Sehr geehrter Herr Berg | Dear Mr Berg | Bonjour Monsieur Berg | Szanowny Panie | Geachte heer Berg
Berg | Madam | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Berg | Dear Sir | Sehr geehrter Herr Berg | Dear Mr Berg | Bonjour Monsieur Berg | Szanowny Panie | Geachte heer Berg
∅ | Dear Sir | Guten Tag | Dear Sir | Bonjour | Dzień dobry | Goedendag
Dupont | Cher Monsieur | Sehr geehrter Herr Dupont | Dear Mr Dupont | Cher Monsieur Dupont | Szanowny Panie | Geachte heer Dupont
Dupont | Chère Madame | Sehr geehrte Frau Dupont | Dear Ms Dupont | Chère Madame Dupont | Szanowna Pani | Geachte mevrouw Dupont
∅ | Chère Madame | Guten Tag | Hello | Chère Madame | Dzień dobry | Goedendag
Dr. Berg, Anna | Frau | Sehr geehrte Frau Dr. Berg | Dear Dr Berg | Bonjour Docteure Berg | Szanowna Pani Doktor | Geachte doctor Berg
Müller, Hans, Dr. | Herr | Sehr geehrter Herr Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Anna Müller-Lüdenscheidt | Frau | Sehr geehrte Frau Müller-Lüdenscheidt | Dear Ms Müller-Lüdenscheidt | Bonjour Madame Müller-Lüdenscheidt | Szanowna Pani | Geachte mevrouw Müller-Lüdenscheidt
Müller Lüdenscheidt | Frau | Sehr geehrte Frau Müller Lüdenscheidt | Dear Ms Müller Lüdenscheidt | Bonjour Madame Müller Lüdenscheidt | Szanowna Pani | Geachte mevrouw Müller Lüdenscheidt
van den Berg, Piet | Herr | Sehr geehrter Herr van den Berg | Dear Mr van den Berg | Bonjour Monsieur van den Berg | Szanowny Panie | Geachte heer Van den Berg
Berg, Anna Maria | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Herr Dr. Hans Müller | Herr Dr | Sehr geehrter Herr Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Landratsamt Erding | Herr | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Dr. Müller & Partner | ∅ | Guten Tag Dr. Müller & Partner | Dear Dr. Müller & Partner | Bonjour Dr. Müller & Partner | Dzień dobry | Goedendag Dr. Müller & Partner
Amt für Kultur | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Müller | Bürgermeister | Guten Tag Bürgermeister Müller | Dear Müller | Bonjour Müller | Dzień dobry | Goedendag Müller
Anna Berg | Bürgermeisterin | Guten Tag Bürgermeisterin Anna Berg | Dear Anna Berg | Bonjour Anna Berg | Dzień dobry | Goedendag Anna Berg
Anna Berg | Frau Stadträtin | Sehr geehrte Frau Stadträtin Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Müller | Herr Pfarrer | Sehr geehrter Herr Pfarrer Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
∅ | Sehr geehrter Herr Professor | Sehr geehrter Herr Professor | Hello | Bonjour | Dzień dobry | Goedendag
Müller | Sehr geehrter Herr Professor | Sehr geehrter Herr Professor Müller | Dear Professor Müller | Bonjour Professeur Müller | Szanowny Panie Profesorze | Geachte professor Müller
Anna Berg | Sehr geehrte Frau Anna Berg | Sehr geehrte Frau Anna Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Anna Müller | Sehr geehrte Frau Müller | Sehr geehrte Frau Müller | Dear Ms Müller | Bonjour Madame Müller | Szanowna Pani | Geachte mevrouw Müller
Hans und Anna | ∅ | Guten Tag Hans und Anna | Dear Hans and Anna | Bonjour Hans et Anna | Dzień dobry | Goedendag Hans en Anna
Anna Berg | Frau, | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Anna Berg | FRAU | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Kirsten Lee | Ms. | Sehr geehrte Frau Lee | Dear Ms Lee | Bonjour Madame Lee | Szanowna Pani | Geachte mevrouw Lee
Piotr Nowak | Szanowny Panie | Sehr geehrter Herr Nowak | Dear Mr Nowak | Bonjour Monsieur Nowak | Szanowny Panie | Geachte heer Nowak
Anna Nowak | Szanowna Pani | Sehr geehrte Frau Nowak | Dear Ms Nowak | Bonjour Madame Nowak | Szanowna Pani | Geachte mevrouw Nowak
Jansen | Geachte heer | Sehr geehrter Herr Jansen | Dear Mr Jansen | Bonjour Monsieur Jansen | Szanowny Panie | Geachte heer Jansen
Jansen | Geachte mevrouw | Sehr geehrte Frau Jansen | Dear Ms Jansen | Bonjour Madame Jansen | Szanowna Pani | Geachte mevrouw Jansen
Dr. Anna Berg und Hans Müller | Frau und Herr | Sehr geehrte Frau Dr. Berg, sehr geehrter Herr Müller | Dear Ms Berg and Mr Müller | Bonjour Madame Berg, bonjour Monsieur Müller | Szanowni Państwo | Geachte mevrouw Berg, geachte heer Müller
Anna Berg | Sehr geehrte | Sehr geehrte Anna Berg | Dear Anna Berg | Bonjour Anna Berg | Dzień dobry | Goedendag Anna Berg
Anna Berg | Sehr geehrter Herr Berg | Sehr geehrter Herr Berg | Dear Mr Berg | Bonjour Monsieur Berg | Szanowny Panie | Geachte heer Berg
Freiwillige Feuerwehr Olpe | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Deutsch-Polnische Gesellschaft Köln | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Kulturamt | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Volkshochschule Unna | Frau | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Maria Schule | Frau | Sehr geehrte Frau Schule | Dear Ms Schule | Bonjour Madame Schule | Szanowna Pani | Geachte mevrouw Schule
Amt | Frau | Sehr geehrte Frau Amt | Dear Ms Amt | Bonjour Madame Amt | Szanowna Pani | Geachte mevrouw Amt
Stadler | Herr | Sehr geehrter Herr Stadler | Dear Mr Stadler | Bonjour Monsieur Stadler | Szanowny Panie | Geachte heer Stadler
Kreisler | ∅ | Guten Tag Kreisler | Dear Kreisler | Bonjour Kreisler | Dzień dobry | Goedendag Kreisler
Frau | ∅ | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
Dr. | ∅ | Guten Tag | Hello | Bonjour | Dzień dobry | Goedendag
Anna  Berg | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
O’Neill | Mr | Sehr geehrter Herr O’Neill | Dear Mr O’Neill | Bonjour Monsieur O’Neill | Szanowny Panie | Geachte heer O’Neill
Jean-Luc Picard | M. | Sehr geehrter Herr Picard | Dear Mr Picard | Bonjour Monsieur Picard | Szanowny Panie | Geachte heer Picard
Annegret Kramp-Karrenbauer | Frau | Sehr geehrte Frau Kramp-Karrenbauer | Dear Ms Kramp-Karrenbauer | Bonjour Madame Kramp-Karrenbauer | Szanowna Pani | Geachte mevrouw Kramp-Karrenbauer
Ursula von der Leyen | Frau Präsidentin | Sehr geehrte Frau Präsidentin von der Leyen | Dear Ms von der Leyen | Bonjour Madame von der Leyen | Szanowna Pani | Geachte mevrouw Von der Leyen
Olaf Scholz | Herr Bundeskanzler | Sehr geehrter Herr Bundeskanzler Scholz | Dear Mr Scholz | Bonjour Monsieur Scholz | Szanowny Panie | Geachte heer Scholz
Mehmet Öztürk | Herr | Sehr geehrter Herr Öztürk | Dear Mr Öztürk | Bonjour Monsieur Öztürk | Szanowny Panie | Geachte heer Öztürk
ANNA BERG | Frau | Sehr geehrte Frau BERG | Dear Ms BERG | Bonjour Madame BERG | Szanowna Pani | Geachte mevrouw BERG
anna berg | frau | Sehr geehrte Frau berg | Dear Ms berg | Bonjour Madame berg | Szanowna Pani | Geachte mevrouw berg
Prof. Dr. Dr. h. c. mult. Anna Berg | Frau | Sehr geehrte Frau Prof. Dr. Dr. h. c. mult. Berg | Dear Professor Berg | Bonjour Professeure Berg | Szanowna Pani Profesor | Geachte professor Berg
Dipl.-Ing. Jan Vos | Herr | Sehr geehrter Herr Dipl.-Ing. Vos | Dear Mr Vos | Bonjour Monsieur Vos | Szanowny Panie | Geachte heer Vos
Anna Berg MdL | Frau | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Gräfin Anna von Tann | Frau | Sehr geehrte Frau Gräfin von Tann | Dear Ms Gräfin von Tann | Bonjour Madame Gräfin von Tann | Szanowna Pani | Geachte mevrouw Gräfin von Tann
Baron Münchhausen | Herr | Sehr geehrter Herr Baron Münchhausen | Dear Mr Baron Münchhausen | Bonjour Monsieur Baron Münchhausen | Szanowny Panie | Geachte heer Baron Münchhausen
Dr. phil. Anna-Lena von Berg-Stein | Sehr geehrte Frau Dr. | Sehr geehrte Frau Dr. phil. von Berg-Stein | Dear Dr von Berg-Stein | Bonjour Docteure von Berg-Stein | Szanowna Pani Doktor | Geachte doctor Von Berg-Stein
Damen und Herren | ∅ | Sehr geehrte Damen und Herren | Dear Sir or Madam | Mesdames, Messieurs | Szanowni Państwo | Geachte dames en heren
Sehr geehrte Frau Berg | ∅ | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Hans Müller | Herrn Dr. | Sehr geehrter Herr Dr. Müller | Dear Dr Müller | Bonjour Docteur Müller | Szanowny Panie Doktorze | Geachte doctor Müller
Herr Hans Müller | Sehr geehrter | Sehr geehrter Herr Müller | Dear Mr Müller | Bonjour Monsieur Müller | Szanowny Panie | Geachte heer Müller
Berg | Sehr geehrte Frau Prof. Dr. med. | Sehr geehrte Frau Prof. Dr. med. Berg | Dear Professor Berg | Bonjour Professeure Berg | Szanowna Pani Profesor | Geachte professor Berg
Berg | Monsieur le Professeur | Sehr geehrter Herr Berg | Dear Mr Berg | Bonjour Monsieur le Professeur | Szanowny Panie | Geachte heer Berg
Berg | Madame le Docteur | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame le Docteur | Szanowna Pani | Geachte mevrouw Berg
Berg | Mme Dr. | Sehr geehrte Frau Dr. Berg | Dear Dr Berg | Bonjour Docteure Berg | Szanowna Pani Doktor | Geachte doctor Berg
Müller | Herrn/Frau | Guten Tag Müller | Dear Müller | Bonjour Müller | Dzień dobry | Goedendag Müller
Müller | Frau / Herr | Guten Tag Müller | Dear Müller | Bonjour Müller | Dzień dobry | Goedendag Müller
Müller | Herr*Frau | Guten Tag Müller | Dear Müller | Bonjour Müller | Dzień dobry | Goedendag Müller
Anna Berg | weiblich | Sehr geehrte Frau Berg | Dear Ms Berg | Bonjour Madame Berg | Szanowna Pani | Geachte mevrouw Berg
Eheleute Hans und Anna Müller | ∅ | Sehr geehrte Eheleute Müller | Dear Müller family | Bonjour à la famille Müller | Szanowni Państwo | Geachte familie Müller
Anna Berg | Herr | Sehr geehrter Herr Berg | Dear Mr Berg | Bonjour Monsieur Berg | Szanowny Panie | Geachte heer Berg
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split(' | '));

describe('a letter greets', () => {
  test('in a table of at least eighty pairs', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter((cells) => cells.length !== 7)).toEqual([]);
  });

  test.each(rows)('%s, %s', (name = '', salutation = '', ...greetings) => {
    const person = { name: valueOf(name), salutation: valueOf(salutation) };
    const greeted = (['de', 'en', 'fr', 'pl', 'nl'] as const).map((locale) => greetingFor(person, locale));
    expect(greeted).toEqual(greetings);
  });

  test('without what nobody sees', () => {
    const hidden = { name: 'Anna \u202EgreB', salutation: 'Fr\u00ADau' };
    expect(greetingFor(hidden, 'de')).toBe('Sehr geehrte Frau greB');
  });

  test('on one line, whatever the list says', () => {
    const hostile = { name: ' Anna\r\nBcc: Eva\0 ', salutation: 'Frau\n' };
    expect(greetingFor(hostile, 'de')).not.toMatch(/[\r\n\0]/);
    expect(greetingFor(hostile, 'de')).toBe('Sehr geehrte Frau Bcc: Eva');
  });

  test.each(locales)('never by half a greeting in %s', (locale) => {
    const forms = [
      'Frau',
      'Herr',
      'Frau Dr.',
      'Sehr geehrte Frau',
      'Herr Bürgermeister',
      'Frau Stadträtin',
      'Liebe',
    ];
    for (const salutation of forms) {
      for (const name of ['Berg', 'Anna Berg', 'Berg, Anna', 'Dr. Berg', 'Frau Berg', 'Wanja Berg']) {
        const greeting = greetingFor({ name, salutation }, locale);
        if (locale !== 'pl') expect(greeting).toContain('Berg');
        expect(greeting).not.toMatch(/(\b\S{3,}\b) \1/);
      }
    }
  });
});

function valueOf(cell: string): string | null {
  return cell === '∅' ? null : cell;
}
